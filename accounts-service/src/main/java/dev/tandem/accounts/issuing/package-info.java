/// Ids that other companies read and that nobody can guess, though they come from a company's own ids.
@NullMarked
package dev.tandem.accounts.issuing;

import org.jspecify.annotations.NullMarked;
