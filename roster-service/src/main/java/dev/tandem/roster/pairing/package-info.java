/// Pairing: which rep of one party is the counterpart of which rep of another, proposed as an optimal assignment,
/// confirmed by both sides or overridden with a reason.
@NullMarked
package dev.tandem.roster.pairing;

import org.jspecify.annotations.NullMarked;
