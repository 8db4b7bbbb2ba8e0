/// Pairs of accounts that people have to decide about: what alignment doubts, and what a party reports as wrong.
@NullMarked
package dev.tandem.accounts.review;

import org.jspecify.annotations.NullMarked;
