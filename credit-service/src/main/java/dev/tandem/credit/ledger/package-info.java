/// What was posted: one append-only, balanced, hash-chained journal per partnership.
@NullMarked
package dev.tandem.credit.ledger;

import org.jspecify.annotations.NullMarked;
