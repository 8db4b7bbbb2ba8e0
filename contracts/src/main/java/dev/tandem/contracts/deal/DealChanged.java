package dev.tandem.contracts.deal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A deal on a joint account of the shared book, full state, on `tandem.deals` under its id. First sent when it is
/// won: an open opportunity does not cross.
///
/// @param revision from 1, rising with each change of the state that is sent
/// @param opportunity the owner's CRM id; never shown to the other parties
/// @param ownerRep null while the CRM user is not known as a rep
/// @param effectiveDate the close date, in the owner's calendar
/// @param net what was sold less what was refunded; zero when not won
/// @param product what was sold, as the owner's CRM calls it; null where it says nothing. Both parties see it
public record DealChanged(
        DealId deal,
        long revision,
        PartnershipId partnership,
        CompanyId owner,
        JointAccountId jointAccount,
        CrmId opportunity,
        @Nullable RepId ownerRep,
        LocalDate effectiveDate,
        Money net,
        Status status,
        Instant changedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String product) {

    /// Of a deal of which no product is told.
    public DealChanged(
            DealId deal,
            long revision,
            PartnershipId partnership,
            CompanyId owner,
            JointAccountId jointAccount,
            CrmId opportunity,
            @Nullable RepId ownerRep,
            LocalDate effectiveDate,
            Money net,
            Status status,
            Instant changedAt) {
        this(
                deal,
                revision,
                partnership,
                owner,
                jointAccount,
                opportunity,
                ownerRep,
                effectiveDate,
                net,
                status,
                changedAt,
                null);
    }

    /// The same, of a product.
    public DealChanged of(@Nullable String soldProduct) {
        return new DealChanged(
                deal,
                revision,
                partnership,
                owner,
                jointAccount,
                opportunity,
                ownerRep,
                effectiveDate,
                net,
                status,
                changedAt,
                soldProduct);
    }

    /// Where the sale stands.
    public enum Status {
        WON,
        /// Won before, open again.
        REOPENED,
        LOST,
        /// The opportunity was deleted in the CRM after it had been won.
        CANCELLED,
        /// Sent before, but another party's deal stands for the same sale.
        NOT_OF_RECORD
    }
}
