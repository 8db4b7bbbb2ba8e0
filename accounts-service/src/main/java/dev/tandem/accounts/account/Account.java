package dev.tandem.accounts.account;

import dev.tandem.accounts.crm.Merged;
import dev.tandem.accounts.matching.Rows;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.engine.Lacking;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A company's own account. What is derived from the record is kept beside it, so that it can be asked for.
///
/// @param listing where it stands in lists that partners read: random, so that their order tells nothing of its ids
/// @param openOpportunities those that are open now; known also before the account itself is
/// @param live whether the CRM has it: sent, and not deleted since
/// @param lacks fields that matching could use and that are empty
public record Account(
        AccountRef ref,
        String listing,
        Merged merged,
        List<CrmId> openOpportunities,
        boolean live,
        Population population,
        List<String> lacks,
        @Nullable CrmId ownerUser) {
    static final List<String> FIELDS = List.of(
            "name",
            "website",
            "phone",
            "street",
            "city",
            "region",
            "postcode",
            "country",
            "industry",
            "registrationId",
            "type",
            "ownerUser",
            "parentId");

    public Account {
        openOpportunities = List.copyOf(openOpportunities);
        lacks = List.copyOf(lacks);
    }

    static Account unknown(AccountRef ref, String listing) {
        return of(ref, listing, Merged.NOTHING, List.of());
    }

    Account with(Merged next, List<CrmId> open) {
        return of(ref, listing, next, open);
    }

    private static Account of(AccountRef ref, String listing, Merged merged, List<CrmId> openOpportunities) {
        return new Account(
                ref,
                listing,
                merged,
                openOpportunities.stream().sorted().distinct().toList(),
                merged.live(),
                population(merged, openOpportunities),
                lacks(ref, merged),
                merged.text("ownerUser") == null ? null : new CrmId(merged.text("ownerUser")));
    }

    private static List<String> lacks(AccountRef ref, Merged merged) {
        var owner = merged.text("ownerUser") == null ? Stream.of("ownerUser") : Stream.<String>of();
        return Stream.concat(Lacking.of(Rows.of(ref.account(), merged.texts())).stream(), owner)
                .toList();
    }

    private static Population population(Merged merged, List<CrmId> open) {
        if ("customer".equalsIgnoreCase(merged.text("type"))) {
            return Population.CUSTOMERS;
        }
        return open.isEmpty() ? Population.PROSPECTS : Population.OPEN_OPPORTUNITIES;
    }

    /// Its fields as the CRM has them, empty ones left out.
    public Map<String, String> texts() {
        return merged.texts();
    }

    @Nullable
    CrmId parent() {
        var parent = merged.text("parentId");
        return parent == null ? null : new CrmId(parent);
    }

    /// Whether anybody but the company itself could notice the difference.
    boolean looksLike(Account other) {
        return live == other.live && population == other.population && texts().equals(other.texts());
    }
}
