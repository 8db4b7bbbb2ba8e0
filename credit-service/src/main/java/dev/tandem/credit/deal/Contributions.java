package dev.tandem.credit.deal;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.DealId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.activity.ActivityChanged;
import dev.tandem.contracts.credit.CreditingWork;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.credit.crediting.Contribution;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;

/// All that is claimed about each deal: what was claimed here, a document per deal, and what joint
/// activities show, with what was said here about either.
@Repository
class Contributions {
    private final Aggregates<Claims> claims;
    private final Activities activities;

    Contributions(Stores stores, Activities activities) {
        this.claims = stores.aggregates("contributions", Claims.class);
        this.activities = activities;
    }

    Claims said(PartnershipId partnership, DealId deal) {
        return claims.find(Tenant.of(partnership), id(partnership, deal))
                .map(Versioned::state)
                .orElse(Claims.NONE);
    }

    /// What was claimed here first, in that order.
    List<Claim> of(PartnershipId partnership, DealChanged deal) {
        return of(partnership, deal, said(partnership, deal.deal()));
    }

    List<Claim> of(PartnershipId partnership, DealChanged deal, Claims said) {
        var evidenced = activities.ofAccount(partnership, deal.jointAccount()).stream()
                .filter(activity -> Evidenced.towards(activity, deal))
                .flatMap(activity -> Evidenced.of(activity, said));
        return Stream.concat(said.all().stream(), evidenced).toList();
    }

    List<Contribution> contributionsTo(PartnershipId partnership, DealChanged deal) {
        return of(partnership, deal).stream().map(Claim::contribution).toList();
    }

    /// The deals about which anything was claimed here.
    SortedSet<DealId> claimedHere(PartnershipId partnership) {
        var prefix = partnership + "/";
        try (var found = claims.stream(Tenant.of(partnership), where("_id").gt(prefix))) {
            return found.map(each -> new DealId(each.id().substring(prefix.length())))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /// The joint accounts on which there was any activity.
    SortedSet<JointAccountId> activeAccounts(PartnershipId partnership) {
        return activities.all(partnership).stream()
                .map(ActivityChanged::jointAccount)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The change raises the work of crediting the deal again, which so happens even if the process
    /// dies right after it.
    ///
    /// @param next empty to leave everything as it is
    Outcome<Claims> change(
            PartnershipId partnership, DealId deal, Cause cause, Function<Claims, Optional<Claims>> next) {
        var work = Outgoing.to(Topics.CREDITING, deal.value(), new CreditingWork(partnership, deal));
        return claims.change(
                Tenant.of(partnership),
                id(partnership, deal),
                cause,
                found -> next.apply(found.map(Versioned::state).orElse(Claims.NONE))
                        .map(state -> Change.to(state, work))
                        .orElseGet(Change::none));
    }

    private static String id(PartnershipId partnership, DealId deal) {
        return partnership + "/" + deal;
    }
}
