/// What the companies of a partnership owe one another for joint expenses and joint credit: one
/// netted balance a period between each pair and in each currency, which both sign.
@NullMarked
package dev.tandem.credit.settlement;

import org.jspecify.annotations.NullMarked;
