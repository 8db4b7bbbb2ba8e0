package dev.tandem.accounts.capacity;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import java.time.Instant;

/// That a partnership is not aligned since its books are too large.
///
/// @param accountsMax as many accounts as would be aligned, all parties together; how many there are is told to nobody
/// @param standing false once it is aligned again
record Refusal(PartnershipId partnership, long accountsMax, Instant since, boolean standing) {

    Refusal ended() {
        return new Refusal(partnership, accountsMax, since, false);
    }

    Reason reason() {
        return new Reason(
                "BOOKS_TOO_LARGE",
                ("The parties' books have more accounts together than the %d that this installation aligns: nothing new"
                                + " is matched until its operator gives accounts-service more memory (-Xmx) or raises"
                                + " ACCOUNTS_ALIGNMENT_ACCOUNTS_MAX, or accounts are deleted.")
                        .formatted(accountsMax));
    }
}
