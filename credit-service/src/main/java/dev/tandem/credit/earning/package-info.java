/// What a company's people earned, posted to the company's own chain: its plans and rates, runs,
/// statements. Private.
@NullMarked
package dev.tandem.credit.earning;

import org.jspecify.annotations.NullMarked;
