/// A company's reps, merged from what its CRM says of its users. The only place with people's names.
@NullMarked
package dev.tandem.roster.rep;

import org.jspecify.annotations.NullMarked;
