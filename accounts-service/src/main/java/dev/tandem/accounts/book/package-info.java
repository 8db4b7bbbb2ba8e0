/// The shared book: which joint accounts the parties agreed to sell to together.
@NullMarked
package dev.tandem.accounts.book;

import org.jspecify.annotations.NullMarked;
