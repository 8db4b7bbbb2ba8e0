/// What a company's people earned, posted to the company's own chain: runs, statements,
/// closes. Private.
@NullMarked
package dev.tandem.credit.earning;

import org.jspecify.annotations.NullMarked;
