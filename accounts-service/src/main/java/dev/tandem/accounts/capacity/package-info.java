/// Partnerships whose books are too large for an instance to align, and that it says so instead of failing.
@NullMarked
package dev.tandem.accounts.capacity;

import org.jspecify.annotations.NullMarked;
