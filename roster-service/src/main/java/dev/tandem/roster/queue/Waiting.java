package dev.tandem.roster.queue;

import dev.tandem.contracts.PartnershipId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that waits for a decision of a company, or of one person.
///
/// @param path of what is to be decided about, under which the decision is posted
/// @param sentence what is asked
/// @param clock since when it waits, until when, and what happens then
/// @param allowed what can be done
public record Waiting(
        Kind kind, PartnershipId partnership, String path, String sentence, Clock clock, List<String> allowed) {

    /// What waits.
    public enum Kind {
        INVITATION,
        FIT,
        REVISION,
        ROSTER,
        PAIRING,
        ACTIVITY,
        ACKNOWLEDGEMENT,
        DECISION,
        RECOGNITION,
        AWARD,
        QUESTION,
        ANSWER
    }

    /// @param due null where the thing itself has no deadline; the queue's own then holds
    /// @param byDefault what it comes to when nobody decides
    public record Clock(Instant since, @Nullable Instant due, String byDefault) {}

    public Waiting {
        allowed = List.copyOf(allowed);
    }
}
