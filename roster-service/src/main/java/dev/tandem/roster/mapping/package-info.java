/// Counterparts: who works with whom on a joint account, since when and why, and who may be told of it.
@NullMarked
package dev.tandem.roster.mapping;

import org.jspecify.annotations.NullMarked;
