/// Joint credit: which credit a deal gives to whom and why, posted once and for all, and reported.
@NullMarked
package dev.tandem.credit;

import org.jspecify.annotations.NullMarked;
