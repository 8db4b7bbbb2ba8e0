/// Companies, partnerships, reps and counterparts: who sells together, under which agreement, and with whom.
@NullMarked
package dev.tandem.roster;

import org.jspecify.annotations.NullMarked;
