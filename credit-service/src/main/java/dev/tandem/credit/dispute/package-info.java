/// What reps do not agree with on their own statements, and what finance made of it. Private to one
/// company.
@NullMarked
package dev.tandem.credit.dispute;

import org.jspecify.annotations.NullMarked;
