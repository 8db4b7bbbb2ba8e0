/// That a person was forgotten.
@NullMarked
package dev.tandem.contracts.erasure;

import org.jspecify.annotations.NullMarked;
