/// What would be, and why it is not: a revision tried on past deals, and "why not me?".
@NullMarked
package dev.tandem.credit.whatif;

import org.jspecify.annotations.NullMarked;
