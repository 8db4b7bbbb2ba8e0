package dev.tandem.roster.learning;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// The citations, one document for what one party's record of an engagement cites of one entry.
@Component
final class CitationStore {
    private static final int FOUND_MAX = 1_000;

    private final Aggregates<Citation> citations;

    CitationStore(Stores stores) {
        this.citations = stores.aggregates("playbook_citations", Citation.class)
                .indexed("state.engagement", "state.by", "_id")
                .indexed("state.entry", "_id");
    }

    /// @param standing whether the party still cites it
    record Citation(
            String engagement, CompanyId by, String entry, int revision, Reason because, Instant at, boolean standing) {
        Citation withdrawn(Reason why, Instant now) {
            return new Citation(engagement, by, entry, revision, why, now, false);
        }
    }

    void change(PartnershipId partnership, String id, Cause cause, Decision<Citation> step) {
        citations.change(Tenant.of(partnership), id, cause, step);
    }

    /// What a party's record cites.
    Stream<Citation> standing(PartnershipId partnership, String engagement, CompanyId by) {
        return standing(
                partnership,
                where("state.engagement").is(engagement).and("state.by").is(by.value()));
    }

    /// Of an entry.
    Stream<Citation> of(PartnershipId partnership, String entry) {
        return standing(partnership, where("state.entry").is(entry));
    }

    private Stream<Citation> standing(PartnershipId partnership, Criteria criteria) {
        return citations.find(Tenant.of(partnership), criteria, FOUND_MAX).stream()
                .map(Versioned::state)
                .filter(Citation::standing);
    }
}
