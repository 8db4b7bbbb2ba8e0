/// Opportunities, and the deals that they become on joint accounts of the shared book.
@NullMarked
package dev.tandem.accounts.deal;

import org.jspecify.annotations.NullMarked;
