/// Local copies of what other services own, fed by compacted topics and rebuilt from them.
@NullMarked
package dev.tandem.kit.copy;

import org.jspecify.annotations.NullMarked;
