package dev.tandem.credit.crediting;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.ParticipantRole;
import java.util.Comparator;

/// A rep who receives credit of a deal, and what makes them a participant. Ordered by company and rep, which is the
/// last word where two shares are otherwise alike.
public record Participant(CompanyId company, RepId rep, ParticipantRole role) implements Comparable<Participant> {
    private static final Comparator<Participant> ORDER = Comparator.comparing(Participant::company)
            .thenComparing(Participant::rep)
            .thenComparing(Participant::role);

    @Override
    public int compareTo(Participant other) {
        return ORDER.compare(this, other);
    }
}
