/// Which accounts of different companies are the same customer, and why, as the alignment engine finds it.
@NullMarked
package dev.tandem.accounts.matching;

import org.jspecify.annotations.NullMarked;
