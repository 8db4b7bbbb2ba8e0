/// Assignment: pairs two sides by weight, optimally, with a proof. Plain arrays; knows nothing of reps or accounts.
@NullMarked
package dev.tandem.roster.assignment;

import org.jspecify.annotations.NullMarked;
