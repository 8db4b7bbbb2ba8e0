package dev.tandem.roster.queue;

import dev.tandem.contracts.PartnershipId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
        ANSWER,
        /// That somebody is to decide what others do not decide in time.
        OWNERSHIP
    }

    /// @param due null where the thing itself has no deadline; the queue's own then holds
    /// @param byDefault what it comes to when nobody decides
    public record Clock(Instant since, @Nullable Instant due, String byDefault) {}

    public Waiting {
        allowed = List.copyOf(allowed);
    }

    /// Until when it is to be decided.
    ///
    /// @param patience how long what has no deadline of its own waits
    public Instant due(Duration patience) {
        return Optional.ofNullable(clock.due()).orElse(clock.since().plus(patience));
    }
}
