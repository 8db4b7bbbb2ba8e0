package dev.tandem.accounts.review;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import java.time.Instant;

/// What one party says of a pair; only that party moves it.
///
/// @param person the token's subject: who said so for the company
/// @param standing whether it still says so; a withdrawn one stays for its count
/// @param revision counts this party's changes of it, from 1
public record Verdict(
        CompanyId company, Answer answer, Reason reason, String person, Instant at, boolean standing, long revision) {

    /// As the party's next after so many.
    Verdict after(long revisions) {
        return new Verdict(company, answer, reason, person, at, standing, revisions + 1);
    }

    /// The same, said for another company.
    Verdict by(CompanyId represented) {
        return new Verdict(represented, answer, reason, person, at, standing, revision);
    }

    /// What the two accounts are.
    public enum Answer {
        SAME_CUSTOMER,
        DIFFERENT_CUSTOMERS
    }
}
