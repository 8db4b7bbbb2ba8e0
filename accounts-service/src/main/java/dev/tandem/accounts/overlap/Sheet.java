package dev.tandem.accounts.overlap;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.accounts.alignment.SeenJointAccounts.Seen;
import dev.tandem.accounts.book.BookState;
import dev.tandem.accounts.matching.Evidence;
import dev.tandem.accounts.sharing.Visibility;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.SharingLevel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that one company needs on one joint account: why it is one, who owns it on each side, what is shared, and who
/// acts next.
///
/// @param own the reader's side in full; `partners` the others, as far as they show it
record Sheet(
        String partnership,
        JointAccountId jointAccount,
        List<Evidence> because,
        Own own,
        List<Partner> partners,
        BookState book) {

    /// @param owner the rep's name, absent while unknown
    /// @param shownFields what the partners see of this account now, given its level
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Own(
            CompanyId company,
            CrmId account,
            Map<String, String> fields,
            @Nullable String owner,
            List<CrmId> duplicates,
            SharingLevel level,
            Map<String, String> shownFields) {}

    /// @param owner absent where it is not shown
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Partner(
            CompanyId company,
            Map<String, String> fields,
            @Nullable String owner) {}

    static Sheet of(PartnershipChanged partnership, Seen seen) {
        return new Sheet(
                partnership.name(),
                seen.joint().id(),
                seen.because(),
                own(partnership, seen),
                seen.partners().stream()
                        .map(partner -> new Partner(
                                partner.company(),
                                partner.fields(),
                                partner.fields().get("owner")))
                        .toList(),
                BookState.of(seen.joint()));
    }

    private static Own own(PartnershipChanged partnership, Seen seen) {
        var own = seen.own();
        var others = partnership.parties().stream()
                .filter(party -> !party.equals(own.company()))
                .toList();
        var shown = Visibility.byAny(partnership.inForce(), own, others);
        return new Own(
                own.company(),
                seen.ownAccount(),
                own.texts(),
                own.texts().get("owner"),
                seen.duplicates(),
                shown.level(),
                shown.fields());
    }
}
