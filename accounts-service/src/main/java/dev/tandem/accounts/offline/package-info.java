/// A partner that is not on the platform: its accounts as one company entered them, aligned with that company's own,
/// and kept apart as its notes once the real company has joined.
@NullMarked
package dev.tandem.accounts.offline;

import org.jspecify.annotations.NullMarked;
