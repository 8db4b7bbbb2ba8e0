/// Which recorded deals of a joint account are one sale, and which of them is the deal of record.
@NullMarked
package dev.tandem.accounts.sale;

import org.jspecify.annotations.NullMarked;
