/// Companies that found a partnership over the public API, for the tests to work with.
@NullMarked
package dev.tandem.systemtests.alliance;

import org.jspecify.annotations.NullMarked;
