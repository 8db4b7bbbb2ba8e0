/// Engagements: co-selling one opportunity on a joint account. Each party keeps a record of its own, with its own
/// stage; of the others it sees a snapshot.
@NullMarked
package dev.tandem.roster.engagement;

import org.jspecify.annotations.NullMarked;
