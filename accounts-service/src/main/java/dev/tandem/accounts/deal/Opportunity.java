package dev.tandem.accounts.deal;

import dev.tandem.accounts.account.AccountOpportunity;
import dev.tandem.accounts.crm.Merged;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.deal.DealChanged;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A company's own opportunity, and the deal that was made of it.
///
/// @param account what it is on, as far as it is known
/// @param named the partnership that its company named for it; what its CRM names goes before
/// @param undecided whether it waits for somebody to name the partnership
/// @param deal what was last sent, null before it was won on a joint account of the shared book
public record Opportunity(
        CompanyId company,
        CrmId id,
        Merged merged,
        @Nullable CrmId account,
        @Nullable CrmId ownerUser,
        @Nullable Named named,
        boolean undecided,
        @Nullable DealChanged deal) {
    static final List<String> FIELDS = List.of(
            "name",
            "accountId",
            "stage",
            "amount",
            "currency",
            "closeDate",
            "ownerUser",
            "partnership",
            "refundedAmount",
            "product");

    private static final Set<String> JUDGED = Set.of("stage", "amount", "currency", "closeDate", "ownerUser");

    /// @param person the token's subject: who said so for the company
    record Named(PartnershipId partnership, Reason reason, String person, Instant at) {}

    static Opportunity unknown(CompanyId company, CrmId id) {
        return new Opportunity(company, id, Merged.NOTHING, null, null, null, false, null);
    }

    Opportunity merged(Merged next) {
        return new Opportunity(
                company, id, next, crmId(next, "accountId"), crmId(next, "ownerUser"), named, undecided, deal);
    }

    Opportunity named(Named next) {
        return new Opportunity(company, id, merged, account, ownerUser, next, undecided, deal);
    }

    Opportunity as(Standing standing) {
        return switch (standing) {
            case Standing.NoDeal _ -> new Opportunity(company, id, merged, account, ownerUser, named, false, deal);
            case Standing.Undecided _ -> new Opportunity(company, id, merged, account, ownerUser, named, true, deal);
            case Standing.Deal(var next) ->
                new Opportunity(company, id, merged, account, ownerUser, named, false, next);
        };
    }

    private static @Nullable CrmId crmId(Merged merged, String field) {
        var text = merged.text(field);
        return text == null ? null : new CrmId(text);
    }

    Stage stage() {
        return merged.live() ? Stage.of(merged.text("stage")) : Stage.GONE;
    }

    boolean open() {
        return stage() == Stage.OPEN;
    }

    /// Whether anything comes of what else is known.
    boolean mayBeADeal() {
        return stage() == Stage.WON || deal != null;
    }

    /// What its account is judged by.
    AccountOpportunity onItsAccount() {
        var facts = merged.texts();
        facts.keySet().retainAll(JUDGED);
        facts.put("id", id.value());
        return new AccountOpportunity(id, open(), merged.live() ? facts : Map.of());
    }

    Optional<AccountRef> accountRef() {
        return Optional.ofNullable(account).map(id -> new AccountRef(company, id));
    }

    Optional<PartnershipId> namedPartnership() {
        return Optional.ofNullable(merged.text("partnership"))
                .map(PartnershipId::new)
                .or(() -> Optional.ofNullable(named).map(Named::partnership));
    }

    /// How a record names an opportunity that it waits for.
    static String reference(CrmId opportunity) {
        return "opportunity/" + opportunity;
    }

    /// Where the sale stands.
    enum Stage {
        OPEN,
        WON,
        LOST,
        /// Deleted, or never sent.
        GONE;

        static Stage of(@Nullable String text) {
            return switch (text == null ? "" : text) {
                case "Won" -> WON;
                case "Lost" -> LOST;
                default -> OPEN;
            };
        }
    }
}
