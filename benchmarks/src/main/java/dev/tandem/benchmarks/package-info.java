/// Measures the alignment engine: quality on labelled books, speed on large ones, and the same for peers.
@NullMarked
package dev.tandem.benchmarks;

import org.jspecify.annotations.NullMarked;
