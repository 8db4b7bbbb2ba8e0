package dev.tandem.credit.settlement;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;

/// The links of each partnership's settlement, one document each under `<partnership>/<seq>`:
/// inserted, never updated.
@Repository
class SettlementJournal {
    private final Aggregates<Link> links;
    private final Aggregates<Asked> asked;

    SettlementJournal(Stores stores) {
        this.links = stores.aggregates("settlement", Link.class)
                .indexed("state.legs.posting")
                .indexed("state.period");
        this.asked = stores.aggregates("settlement-runs", Asked.class);
    }

    /// @param key of the last run's command, as a hash
    record Asked(String key) {}

    /// To be called before a run, which recognises a repetition by what is posted and not by the key of a command.
    ///
    /// @throws dev.tandem.kit.store.StoreRefusal.KeyReused when the same key was used with another body
    void ask(PartnershipId partnership, Cause.Command run) {
        asked.change(Tenant.of(partnership), partnership.value(), run, _ -> Change.to(new Asked(run.keyHash())));
    }

    /// False when somebody else wrote a link of this `seq` first.
    boolean append(PartnershipId partnership, Link link, List<Outgoing> events) {
        var outcome = links.change(
                Tenant.of(partnership),
                "%s/%012d".formatted(partnership, link.seq()),
                Cause.GIVEN,
                taken -> taken.isPresent() ? Change.none() : Change.to(link, events));
        return outcome instanceof Outcome.Changed<Link>;
    }

    /// All, in order, read as they are consumed; close it.
    Stream<Link> all(PartnershipId partnership) {
        return links.stream(Tenant.of(partnership), where("_id").gt(partnership + "/"))
                .map(Versioned::state);
    }

    /// Where the chain stands.
    Standing standing(PartnershipId partnership) {
        try (var all = all(partnership)) {
            return Standing.of(all);
        }
    }

    /// Those with something posted in a period, in order.
    List<Link> ofPeriod(PartnershipId partnership, YearMonth period) {
        return found(partnership, "state.legs.posting", period);
    }

    /// Of a period that every party signed.
    Optional<Signed> signed(PartnershipId partnership, YearMonth period) {
        return found(partnership, "state.period", period).stream()
                .map(Signed.class::cast)
                .findFirst();
    }

    private List<Link> found(PartnershipId partnership, String field, YearMonth period) {
        try (var found = links.stream(Tenant.of(partnership), where(field).is(period.toString()))) {
            return found.map(Versioned::state).toList();
        }
    }

    /// The periods that every party signed, in order.
    List<YearMonth> signed(PartnershipId partnership) {
        try (var found =
                links.stream(Tenant.of(partnership), where("state.period").gt(""))) {
            return found.map(Versioned::state)
                    .map(Signed.class::cast)
                    .map(Signed::period)
                    .toList();
        }
    }
}
