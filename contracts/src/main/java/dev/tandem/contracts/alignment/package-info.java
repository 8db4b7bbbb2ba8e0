/// Joint accounts, and the internal work list of the one that aligns them.
@NullMarked
package dev.tandem.contracts.alignment;

import org.jspecify.annotations.NullMarked;
