/// Exchange: rosters, versioned: which of its reps a company offers to a partnership, and with which fields. A version
/// names reps and fields and holds no value, so nothing has to be found in it when a person is erased.
@NullMarked
package dev.tandem.roster.exchange;

import org.jspecify.annotations.NullMarked;
