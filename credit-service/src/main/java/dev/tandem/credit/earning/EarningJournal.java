package dev.tandem.credit.earning;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import dev.tandem.credit.ledger.ChainEnds;
import dev.tandem.credit.plan.FiscalPeriod;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;

/// The links of each company's chain, one document each under `<company>/<seq>`: inserted, never
/// updated.
@Repository
class EarningJournal {
    private final Aggregates<EarningLink> links;
    private final Aggregates<Asked> asked;
    private final ChainEnds ends = new ChainEnds();

    EarningJournal(Stores stores) {
        this.links = stores.aggregates("earnings", EarningLink.class)
                .indexed("state.rep")
                .indexed("state.closed");
        this.asked = stores.aggregates("earning-runs", Asked.class);
    }

    /// @param key of the last command, as a hash
    record Asked(String key) {}

    /// @param what is asked for, a run or a close
    /// @throws dev.tandem.kit.store.StoreRefusal.KeyReused when the same key was used with another body
    void ask(CompanyId company, String what, Cause.Command command) {
        asked.change(Tenant.of(company), company + "/" + what, command, _ -> Change.to(new Asked(command.keyHash())));
    }

    /// False when somebody else wrote a link of this `seq` first.
    boolean append(CompanyId company, EarningLink link) {
        var outcome = links.change(
                Tenant.of(company),
                id(company, link.seq()),
                Cause.GIVEN,
                taken -> taken.isPresent() ? Change.none() : Change.to(link));
        return outcome instanceof Outcome.Changed<EarningLink>;
    }

    Optional<EarningLink> head(CompanyId company) {
        var last = ends.of(company.value(), seq -> find(company, seq).isPresent());
        return find(company, last);
    }

    Optional<EarningLink> find(CompanyId company, long seq) {
        return links.find(Tenant.of(company), id(company, seq)).map(Versioned::state);
    }

    /// In order, read as they are consumed; close it.
    Stream<EarningLink> after(CompanyId company, long seq) {
        return links.stream(Tenant.of(company), where("_id").gt(id(company, Math.max(0, seq))))
                .map(Versioned::state);
    }

    /// What was posted to one rep, in order.
    List<EarningEntry> ofRep(CompanyId company, RepId rep) {
        try (var found = links.stream(Tenant.of(company), where("state.rep").is(rep.value()))) {
            return found.map(Versioned::state).map(EarningEntry.class::cast).toList();
        }
    }

    /// The last period that is closed.
    Optional<FiscalPeriod> closedThrough(CompanyId company) {
        return closedThrough(company, Long.MAX_VALUE);
    }

    /// The last period that was closed up to a link.
    Optional<FiscalPeriod> closedThrough(CompanyId company, long seq) {
        try (var found = links.stream(Tenant.of(company), where("state.closed").gt(""))) {
            return found.map(Versioned::state)
                    .map(FiscalClosed.class::cast)
                    .filter(closed -> closed.seq() <= seq)
                    .map(FiscalClosed::closed)
                    .max(FiscalPeriod::compareTo);
        }
    }

    /// All to whom anything was ever posted.
    SortedSet<RepId> reps(CompanyId company) {
        var reps = new TreeSet<RepId>();
        eachEntry(company, entry -> reps.add(entry.rep()));
        return reps;
    }

    void eachEntry(CompanyId company, Consumer<EarningEntry> use) {
        try (var all = after(company, 0)) {
            all.forEachOrdered(link -> {
                if (link instanceof EarningEntry entry) {
                    use.accept(entry);
                }
            });
        }
    }

    /// Padded, so that ids sort as numbers do.
    private static String id(CompanyId company, long seq) {
        return "%s/%012d".formatted(company, seq);
    }
}
