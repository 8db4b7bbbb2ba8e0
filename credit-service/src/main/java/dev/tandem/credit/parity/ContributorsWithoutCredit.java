package dev.tandem.credit.parity;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.credit.crediting.Contribution.Standing;
import dev.tandem.credit.deal.Claim;
import dev.tandem.credit.deal.Contributing;
import dev.tandem.credit.parity.IncentiveReport.Contributors;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Looks for those who contributed to a deal, as another party confirmed, and have no credit of it.
@Service
class ContributorsWithoutCredit {
    private final Contributing contributing;

    ContributorsWithoutCredit(Contributing contributing) {
        this.contributing = contributing;
    }

    /// @return null where it would be about fewer than five people
    @Nullable
    Contributors of(PartnershipId partnership, List<SharedDeal> deals, Collection<CompanyId> companies) {
        var people = new TreeSet<String>();
        var without = new TreeSet<String>();
        each(partnership, deals, (deal, claim) -> {
            if (companies.contains(claim.company())) {
                people.add(claim.company() + "/" + claim.rep());
                if (isWithout(deal, claim)) {
                    without.add(claim.company() + "/" + claim.rep());
                }
            }
        });
        return people.size() < Comparing.PEOPLE_MIN ? null : new Contributors(people.size(), without.size());
    }

    /// The company's own people, in the order of their ids.
    List<RepId> own(PartnershipId partnership, List<SharedDeal> deals, CompanyId company) {
        var without = new TreeSet<RepId>();
        each(partnership, deals, (deal, claim) -> {
            if (claim.company().equals(company) && isWithout(deal, claim)) {
                without.add(claim.rep());
            }
        });
        return List.copyOf(without);
    }

    private interface Use {
        void of(SharedDeal deal, Claim claim);
    }

    private void each(PartnershipId partnership, List<SharedDeal> deals, Use use) {
        Map<String, SharedDeal> byId = new HashMap<>();
        deals.forEach(deal -> byId.put(deal.deal().value(), deal));
        var ids = deals.stream().map(SharedDeal::deal).toList();
        for (var id : contributing.with(Standing.CONFIRMED, partnership, ids)) {
            contributing.of(new Contributing.Place(partnership, id)).stream()
                    .filter(claim -> claim.standing() == Standing.CONFIRMED)
                    .forEach(claim -> use.of(Objects.requireNonNull(byId.get(id.value())), claim));
        }
    }

    private static boolean isWithout(SharedDeal deal, Claim claim) {
        var credit = deal.of(claim.company()).get(claim.rep());
        return credit == null || credit.isZero();
    }
}
