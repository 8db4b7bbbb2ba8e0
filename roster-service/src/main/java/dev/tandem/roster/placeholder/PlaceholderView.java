package dev.tandem.roster.placeholder;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.roster.placeholder.Placeholder.Claim;
import dev.tandem.roster.placeholder.Placeholder.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A placeholder as its owner sees it.
///
/// @param invitedUntil when the last invitation expires; null without one
record PlaceholderView(
        String placeholder,
        CompanyId company,
        PartnershipId partnership,
        String name,
        Reason reason,
        Instant createdAt,
        List<Map<String, String>> reps,
        @Nullable Instant invitedUntil,
        @Nullable Claim claim) {

    /// One line of the list.
    record Line(String placeholder, CompanyId company, PartnershipId partnership, String name, boolean claimed) {
        static Line of(Placeholder of) {
            return new Line(of.id(), of.company(), of.partnership(), of.name(), of.isClaimed());
        }
    }

    static PlaceholderView of(Placeholder of) {
        var token = of.token();
        return new PlaceholderView(
                of.id(),
                of.company(),
                of.partnership(),
                of.name(),
                of.reason(),
                of.createdAt(),
                of.reps().stream().map(Person::fields).toList(),
                token == null ? null : token.expiresAt(),
                of.claim());
    }
}
