/// Reps by CSV file, with a report row by row.
@NullMarked
package dev.tandem.roster.importing;

import org.jspecify.annotations.NullMarked;
