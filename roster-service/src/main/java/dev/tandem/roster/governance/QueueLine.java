package dev.tandem.roster.governance;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.roster.queue.Waiting;
import dev.tandem.roster.queue.Waiting.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A line of somebody's queue.
///
/// @param due until when it is to be decided; `escalated` once that has passed
/// @param byDefault what it comes to when nobody decides
record QueueLine(
        Kind kind,
        PartnershipId partnership,
        String path,
        String sentence,
        Instant since,
        Instant due,
        boolean escalated,
        String byDefault,
        List<String> allowed) {

    /// @param patience how long what has no deadline of its own waits
    static QueueLine of(Waiting waiting, Instant now, Duration patience) {
        var since = waiting.clock().since();
        var due = waiting.due(patience);
        return new QueueLine(
                waiting.kind(),
                waiting.partnership(),
                waiting.path(),
                waiting.sentence(),
                since,
                due,
                !now.isBefore(due),
                waiting.clock().byDefault(),
                waiting.allowed());
    }

    /// Who manages the partnership decides in time; then whoever was named for that. What is asked of a person is
    /// asked of nobody else.
    boolean isFor(boolean manages, boolean isOwner) {
        return switch (kind) {
            case QUESTION, ANSWER, OWNERSHIP -> true;
            case INVITATION, FIT, REVISION, ROSTER, PAIRING, ACTIVITY, ACKNOWLEDGEMENT, DECISION, RECOGNITION, AWARD ->
                escalated ? isOwner : manages;
        };
    }

    /// What is due first comes first.
    String position() {
        return "%019d %s %s".formatted(due.toEpochMilli(), kind, path);
    }
}
