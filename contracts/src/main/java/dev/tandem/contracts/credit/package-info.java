/// Joint credit as posted.
@NullMarked
package dev.tandem.contracts.credit;

import org.jspecify.annotations.NullMarked;
