/// Withdrawals: what of the partners' a company was sent, what of it was taken back, and the receipt of that.
@NullMarked
package dev.tandem.roster.withdrawal;

import org.jspecify.annotations.NullMarked;
