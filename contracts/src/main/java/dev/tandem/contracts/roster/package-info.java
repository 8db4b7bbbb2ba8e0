/// Reps and who works with whom.
@NullMarked
package dev.tandem.contracts.roster;

import org.jspecify.annotations.NullMarked;
