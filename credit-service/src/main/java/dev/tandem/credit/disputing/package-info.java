/// Raising disputes and resolving them: reps and their managers on the one side, finance on the
/// other.
@NullMarked
package dev.tandem.credit.disputing;

import org.jspecify.annotations.NullMarked;
