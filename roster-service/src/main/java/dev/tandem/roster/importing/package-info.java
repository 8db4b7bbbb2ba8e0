/// Tables by CSV file, with a report row by row: reps, and what other features say a row of theirs is.
@NullMarked
package dev.tandem.roster.importing;

import org.jspecify.annotations.NullMarked;
