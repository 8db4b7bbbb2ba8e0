package dev.tandem.credit.crediting;

import dev.tandem.contracts.partnership.ParticipantRole;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;

/// Somebody who took part in a deal, on one ground; one rep may have several. Ordered as things
/// happened: contributions by date and then as claimed, the owner's closing last of all.
record Participant(Recipient who, Ground ground) {
    private static final Comparator<Participant> AS_IT_HAPPENED = Comparator.comparing(Participant::closing)
            .thenComparing(Participant::on)
            .thenComparing(participant ->
                    Objects.requireNonNullElse(participant.ground().contribution(), ""))
            .thenComparing(Participant::who);

    static Comparator<Participant> asItHappened() {
        return AS_IT_HAPPENED;
    }

    ParticipantRole role() {
        return ground.role();
    }

    /// A counterpart stands by and touches nothing.
    boolean touches() {
        return ground.on() != null;
    }

    LocalDate on() {
        return Objects.requireNonNullElse(ground.on(), LocalDate.MIN);
    }

    private boolean closing() {
        return role() == ParticipantRole.OWNER;
    }
}
