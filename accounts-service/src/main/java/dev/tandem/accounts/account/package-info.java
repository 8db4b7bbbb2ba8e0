/// A company's own accounts: its book.
@NullMarked
package dev.tandem.accounts.account;

import org.jspecify.annotations.NullMarked;
