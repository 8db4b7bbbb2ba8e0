package dev.tandem.roster.feedback;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// The feedback, one document each, each its partnership's. No event is ever raised of it.
@Component
final class Letters {
    private final Aggregates<PeerFeedback> letters;

    Letters(Stores stores) {
        this.letters = stores.aggregates("peer_feedback", PeerFeedback.class)
                .indexed("state.to", "_id")
                .indexed("state.from", "_id");
    }

    void write(PartnershipId partnership, Cause cause, PeerFeedback letter) {
        letters.change(
                Tenant.of(partnership),
                letter.id(),
                cause,
                current -> current.isPresent() ? Change.none() : Change.to(letter));
    }

    List<PeerFeedback> to(PartnershipId partnership, CompanyId company, RepId rep, int limit) {
        var criteria = where("state.to").is(rep.value()).and("state.company").is(company.value());
        return states(partnership, criteria, limit);
    }

    List<PeerFeedback> from(PartnershipId partnership, RepId rep, int limit) {
        return states(partnership, where("state.from").is(rep.value()), limit);
    }

    void empty(PartnershipId partnership, String id) {
        letters.change(
                Tenant.of(partnership),
                id,
                Cause.GIVEN,
                current -> current.map(Versioned::state)
                        .map(was -> Change.to(was.emptied()))
                        .orElseGet(Change::none));
    }

    private List<PeerFeedback> states(PartnershipId partnership, Criteria criteria, int limit) {
        return letters.find(Tenant.of(partnership), criteria, limit).stream()
                .map(Versioned::state)
                .toList();
    }
}
