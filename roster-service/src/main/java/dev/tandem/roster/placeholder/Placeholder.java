package dev.tandem.roster.placeholder;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.company.CompanyChanged;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.PartnershipChanged.Offline;
import dev.tandem.contracts.partnership.PartnershipChanged.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A partner that is not on the platform.
///
/// @param company the id that stands for it; `partnership` the one with it, in which nothing crosses
/// @param reps its people as the owner entered them: a private note, never told to anybody
/// @param token the last invitation; null before the first
/// @param claim by the real company; null before
record Placeholder(
        String id,
        CompanyId owner,
        CompanyId company,
        PartnershipId partnership,
        String name,
        Reason reason,
        Instant createdAt,
        List<Person> reps,
        @Nullable Token token,
        @Nullable Claim claim) {

    /// One of the partner's people.
    ///
    /// @param fields as entered, under the names that a CRM sends a user by
    record Person(Map<String, String> fields) {}

    /// An invitation, of which only a hash is kept.
    record Token(String hash, Instant expiresAt) {}

    /// @param partnership to which the real company is invited
    record Claim(CompanyId by, PartnershipId partnership, Instant at) {}

    Placeholder {
        reps = List.copyOf(reps);
    }

    Placeholder with(List<Person> people) {
        return new Placeholder(id, owner, company, partnership, name, reason, createdAt, people, token, claim);
    }

    Placeholder with(Token next) {
        return new Placeholder(id, owner, company, partnership, name, reason, createdAt, reps, next, claim);
    }

    /// The invitation is used up by it.
    Placeholder claimed(Claim by) {
        return new Placeholder(id, owner, company, partnership, name, reason, createdAt, reps, null, by);
    }

    boolean isClaimed() {
        return claim != null;
    }

    boolean isOpenTo(String tokenHash, Instant now) {
        return token != null && token.hash().equals(tokenHash) && now.isBefore(token.expiresAt());
    }

    /// A company that is never active, so that nobody can invite it and no topic is its own.
    ///
    /// @param own the company that represents it, whose currency and calendar stand for what is not known
    CompanyChanged company(CompanyChanged own) {
        return new CompanyChanged(
                company,
                name,
                CompanyChanged.Status.REGISTERED,
                own.baseCurrency(),
                own.fiscalYearStartMonth(),
                own.timeZone(),
                owner,
                claim == null ? null : claim.by());
    }

    PartnershipChanged partnershipChanged() {
        var by = claim == null ? null : claim.by();
        var successor = claim == null ? null : claim.partnership();
        return new PartnershipChanged(
                partnership,
                name,
                claim == null ? Status.INVITED : Status.CANCELLED,
                List.of(owner, company),
                List.of(),
                new Offline(company, owner, by, successor));
    }
}
