/// What a company may read of the overlap, decided by the agreement in force at the moment of reading.
@NullMarked
package dev.tandem.accounts.overlap;

import org.jspecify.annotations.NullMarked;
