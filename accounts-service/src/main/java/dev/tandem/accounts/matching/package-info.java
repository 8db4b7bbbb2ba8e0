/// Which accounts of different companies are the same customer, and why: pure, and the same in any order of arrival.
@NullMarked
package dev.tandem.accounts.matching;

import org.jspecify.annotations.NullMarked;
