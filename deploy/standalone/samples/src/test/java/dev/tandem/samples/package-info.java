/// That the sample companies are the same each time, and that what is said to be true of them is.
@NullMarked
package dev.tandem.samples;

import org.jspecify.annotations.NullMarked;
