/// Activities: what people of several parties did together, confirmed by the other side, held to the agreed norm.
@NullMarked
package dev.tandem.roster.activity;

import org.jspecify.annotations.NullMarked;
