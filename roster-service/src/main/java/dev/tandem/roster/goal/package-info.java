/// Team goals: what the parties want to reach together, and how far they are: one number, the same for all.
@NullMarked
package dev.tandem.roster.goal;

import org.jspecify.annotations.NullMarked;
