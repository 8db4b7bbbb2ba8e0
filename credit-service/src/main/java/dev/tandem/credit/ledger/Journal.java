package dev.tandem.credit.ledger;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.DealId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

/// The entries, one document each under `<partnership>/<seq>`: inserted, never updated.
@Repository
class Journal {
    private static final long SEQ_MAX = 999_999_999_999L;
    private static final int DEALS_AT_ONCE = 500;

    private final Aggregates<Link> entries;
    private final ChainEnds ends = new ChainEnds();

    Journal(Stores stores) {
        this.entries = stores.aggregates("journal", Link.class)
                .indexed("state.deal.deal")
                .indexed("state.lines.rep")
                .indexed("state.points.rep")
                .indexed("state.period");
    }

    /// False when somebody else wrote an entry of this `seq` first.
    boolean append(PartnershipId partnership, Link entry, List<Outgoing> events) {
        var outcome = entries.change(
                Tenant.of(partnership),
                id(partnership, entry.seq()),
                Cause.GIVEN,
                taken -> taken.isPresent() ? Change.none() : Change.to(entry, events));
        return outcome instanceof Outcome.Changed<Link>;
    }

    Optional<Link> head(PartnershipId partnership) {
        var last = ends.of(partnership.value(), seq -> find(partnership, seq).isPresent());
        return find(partnership, last);
    }

    Optional<Link> find(PartnershipId partnership, long seq) {
        return entries.find(Tenant.of(partnership), id(partnership, seq)).map(Versioned::state);
    }

    /// In order, after `afterSeq`.
    List<Link> page(PartnershipId partnership, long afterSeq, int limit) {
        return entries
                .find(
                        Tenant.of(partnership),
                        where("_id").gt(id(partnership, afterSeq)).lte(id(partnership, SEQ_MAX)),
                        limit)
                .stream()
                .map(Versioned::state)
                .toList();
    }

    /// In order, up to `throughSeq`; close it.
    Stream<Link> through(PartnershipId partnership, long throughSeq) {
        return entries.stream(Tenant.of(partnership), where("_id").lte(id(partnership, throughSeq)))
                .map(Versioned::state);
    }

    List<Entry> ofDeal(PartnershipId partnership, DealId deal) {
        return all(partnership, where("state.deal.deal").is(deal.value()));
    }

    List<Entry> ofRep(PartnershipId partnership, RepId rep) {
        return all(partnership, where("state.lines.rep").is(rep.value()));
    }

    List<Entry> ofDealsOf(PartnershipId partnership, RepId rep) {
        var deals = ofRep(partnership, rep).stream()
                .map(entry -> entry.deal().deal().value())
                .distinct()
                .sorted()
                .toList();
        return IntStream.iterate(0, from -> from < deals.size(), from -> from + DEALS_AT_ONCE)
                .mapToObj(from -> deals.subList(from, Math.min(deals.size(), from + DEALS_AT_ONCE)))
                .flatMap(some -> all(partnership, where("state.deal.deal").in(some)).stream())
                .sorted(Comparator.comparingLong(Entry::seq))
                .toList();
    }

    List<Entry> withPointsOf(PartnershipId partnership, RepId rep) {
        return all(partnership, where("state.points.rep").is(rep.value()));
    }

    private List<Entry> all(PartnershipId partnership, Criteria of) {
        try (var found = entries.stream(Tenant.of(partnership), of)) {
            return found.map(Versioned::state).flatMap(Journal::entry).toList();
        }
    }

    private static Stream<Entry> entry(Link link) {
        return link instanceof Entry entry ? Stream.of(entry) : Stream.empty();
    }

    /// All periods closed so far, in order.
    List<PeriodClosed> closed(PartnershipId partnership) {
        try (var found =
                entries.stream(Tenant.of(partnership), where("state.period").gt(""))) {
            return found.map(Versioned::state).map(PeriodClosed.class::cast).toList();
        }
    }

    /// Padded, so that ids sort as numbers do.
    private static String id(PartnershipId partnership, long seq) {
        return "%s/%012d".formatted(partnership, seq);
    }
}
