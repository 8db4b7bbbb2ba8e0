/// How long it takes from one company's CRM to what the other company sees; a benchmark, not a test.
@NullMarked
package dev.tandem.systemtests.latency;

import org.jspecify.annotations.NullMarked;
