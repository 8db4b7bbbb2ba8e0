/// Briefing: what a rep must know before a joint account is worked with a partner, by the revision in force, and who
/// has said that it is known.
@NullMarked
package dev.tandem.roster.briefing;

import org.jspecify.annotations.NullMarked;
