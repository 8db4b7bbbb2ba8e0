package dev.tandem.roster.pairing;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Hash;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import org.springframework.stereotype.Component;

/// The pairs that were ever agreed, one document each.
@Component
final class PairLinks {
    private static final int OF_REP_MAX = 1_000;

    private final Aggregates<PairLink> links;

    PairLinks(Stores stores) {
        this.links = stores.aggregates("pair_links", PairLink.class)
                .indexed("state.reps", "_id")
                .indexed("state.standing", "_id");
    }

    void change(PartnershipId partnership, Pair pair, Decision<PairLink> decision) {
        links.change(Tenant.of(partnership), id(partnership, pair), Cause.GIVEN, decision);
    }

    /// Those of a rep, agreed now or once.
    List<PairLink> ofRep(PartnershipId partnership, RepId rep) {
        return states(links.find(Tenant.of(partnership), where("state.reps").is(rep.value()), OF_REP_MAX));
    }

    /// Those that somebody holds something of, after the document `after`.
    List<Versioned<PairLink>> standing(PartnershipId partnership, String after, int limit) {
        var criteria = where("state.standing").is(true).and("_id").gt(after);
        return links.find(Tenant.of(partnership), criteria, limit);
    }

    private static List<PairLink> states(List<Versioned<PairLink>> found) {
        return found.stream().map(Versioned::state).toList();
    }

    private static String id(PartnershipId partnership, Pair pair) {
        return Hash.id(partnership.value(), pair.one().value(), pair.other().value());
    }
}
