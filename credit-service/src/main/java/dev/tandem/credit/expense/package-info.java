/// What was spent on joint selling: whose rules decide what of it is shared, who bears which part,
/// and what was meant to be spent.
@NullMarked
package dev.tandem.credit.expense;

import org.jspecify.annotations.NullMarked;
