package dev.tandem.credit.crediting;

import dev.tandem.contracts.partnership.ParticipantRole;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What makes somebody a participant of a deal.
///
/// @param on the day of the act; of the deal itself for its owner; null for a counterpart
/// @param contribution the id of the confirmed contribution; null for owner and counterpart
public record Ground(
        ParticipantRole role,
        @Nullable LocalDate on,
        @Nullable String contribution) {

    boolean plain() {
        return contribution == null;
    }

    /// `presented on 2026-02-03 (c2)`.
    @Override
    public String toString() {
        var name = role.name().toLowerCase(Locale.ROOT);
        return contribution == null ? name : name + " on " + on + " (" + contribution + ")";
    }
}
