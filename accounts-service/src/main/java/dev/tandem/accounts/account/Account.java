package dev.tandem.accounts.account;

import dev.tandem.accounts.crm.Merged;
import dev.tandem.accounts.matching.Rows;
import dev.tandem.accounts.population.Populations;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.partnership.Placement;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.PopulationName;
import dev.tandem.engine.Lacking;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A company's own account. What is derived from the record is kept beside it, so that it can be asked for.
///
/// @param listing where it stands in lists that partners read: random, so that their order tells nothing of its ids
/// @param openOpportunities those that are open now; known also before the account itself is
/// @param live whether the CRM has it: sent, and not deleted since
/// @param lacks fields that matching could use and that are empty
/// @param opportunities all that the CRM has, open ones first, then by close date, the latest first; no more than 200
/// @param custom the populations of the company's own that it is in
/// @param privacy what the company's people said last; null while they said nothing
/// @param proposal since when it stands so; null while its record has not come
public record Account(
        AccountRef ref,
        String listing,
        Merged merged,
        List<CrmId> openOpportunities,
        boolean live,
        Population population,
        List<String> lacks,
        @Nullable CrmId ownerUser,
        @Nullable List<AccountOpportunity> opportunities,
        @Nullable List<PopulationName> custom,
        @Nullable Privacy privacy,
        @Nullable Proposal proposal) {
    private static final int OPPORTUNITIES_MAX = 200;

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
            "parentId",
            "private");

    public Account {
        openOpportunities = List.copyOf(openOpportunities);
        lacks = List.copyOf(lacks);
        opportunities = opportunities == null ? List.of() : List.copyOf(opportunities);
        custom = custom == null ? List.of() : List.copyOf(custom);
    }

    static Account unknown(AccountRef ref, String listing) {
        return of(ref, listing, Merged.NOTHING, List.of());
    }

    Account with(Merged next) {
        return of(ref, listing, next, openOpportunities)
                .kept(allOpportunities(), customPopulations(), privacy, proposal);
    }

    Account with(Proposal next) {
        return kept(allOpportunities(), customPopulations(), privacy, next);
    }

    /// With the opportunity as it is now.
    ///
    /// @param now without facts once the CRM does not have it any more
    Account with(AccountOpportunity now) {
        var open = Stream.concat(
                openOpportunities.stream().filter(id -> !id.equals(now.id())),
                now.open() ? Stream.of(now.id()) : Stream.of());
        var others = allOpportunities().stream().filter(each -> !each.id().equals(now.id()));
        var all = Stream.concat(others, now.facts().isEmpty() ? Stream.of() : Stream.of(now))
                .sorted(AccountOpportunity.LATEST)
                .limit(OPPORTUNITIES_MAX)
                .toList();
        var vouched = proposal == null ? null : proposal.vouched(!all.isEmpty());
        return of(ref, listing, merged, open.toList()).kept(all, customPopulations(), privacy, vouched);
    }

    Account with(Privacy next) {
        return kept(allOpportunities(), customPopulations(), next, proposal);
    }

    /// In the populations of its company's own that its rules say now.
    Account judgedBy(Populations populations) {
        var facts = allOpportunities().stream().map(AccountOpportunity::facts).toList();
        return kept(allOpportunities(), live ? populations.of(texts(), facts) : List.of(), privacy, proposal);
    }

    private Account kept(
            List<AccountOpportunity> nextOpportunities,
            List<PopulationName> nextCustom,
            @Nullable Privacy nextPrivacy,
            @Nullable Proposal nextProposal) {
        return new Account(
                ref,
                listing,
                merged,
                openOpportunities,
                live,
                population,
                lacks,
                ownerUser,
                nextOpportunities,
                nextCustom,
                nextPrivacy,
                nextProposal);
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
                merged.text("ownerUser") == null ? null : new CrmId(merged.text("ownerUser")),
                List.of(),
                List.of(),
                null,
                null);
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

    /// Names who it is, among all that it was; null while its record has not come.
    public @Nullable Long since() {
        return proposal == null ? null : proposal.since();
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

    public List<AccountOpportunity> allOpportunities() {
        return Objects.requireNonNull(opportunities, "set by the constructor");
    }

    public List<PopulationName> customPopulations() {
        return Objects.requireNonNull(custom, "set by the constructor");
    }

    /// Where it stands in its company's book.
    public Placement placement() {
        return new Placement(ref.company(), population, customPopulations());
    }

    /// Whether nothing of it may cross: the CRM or the company's people say so.
    public boolean withheld() {
        return "true".equalsIgnoreCase(merged.text("private")) || (privacy != null && privacy.withheld());
    }

    /// Whether anybody but the company itself could notice the difference.
    boolean looksLike(Account other) {
        return live == other.live
                && population == other.population
                && withheld() == other.withheld()
                && customPopulations().equals(other.customPopulations())
                && texts().equals(other.texts())
                && Proposal.vouchAlike(proposal, other.proposal);
    }
}
