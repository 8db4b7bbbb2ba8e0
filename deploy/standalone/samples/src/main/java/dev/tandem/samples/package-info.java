/// Two invented companies with believable books, people and deals, the same for the same seed, and the truth about
/// them.
@NullMarked
package dev.tandem.samples;

import org.jspecify.annotations.NullMarked;
