/// Closing: what all parties signed stays as it is, and what comes later is posted later.
@NullMarked
package dev.tandem.credit.period;

import org.jspecify.annotations.NullMarked;
