/// Every process killed under load, and what is left compared with a model of what was acknowledged.
@NullMarked
package dev.tandem.systemtests.kill;

import org.jspecify.annotations.NullMarked;
