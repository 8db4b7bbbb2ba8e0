/// Partnerships and the revisions of their agreement: invited, accepted, signed, and ended.
@NullMarked
package dev.tandem.roster.partnership;

import org.jspecify.annotations.NullMarked;
