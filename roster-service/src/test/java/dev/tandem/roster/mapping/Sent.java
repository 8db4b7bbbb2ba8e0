package dev.tandem.roster.mapping;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.crm.CrmOut;
import dev.tandem.contracts.crm.CrmOut.Counterpart;
import dev.tandem.contracts.crm.CrmOut.CounterpartsMapped;
import dev.tandem.contracts.roster.RosterChange.CounterpartsChanged;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outgoing;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/// What a change says, and to whom.
@NullMarked
final class Sent {
    private Sent() {}

    static CounterpartsMapped mapped(Change<Mapping> change, CompanyId company) {
        return (CounterpartsMapped) out(change, company).getFirst();
    }

    static Counterpart to(Change<Mapping> change, CompanyId viewer, RepId rep) {
        return mapped(change, viewer).counterparts().stream()
                .filter(counterpart -> counterpart.rep().equals(rep))
                .findFirst()
                .orElseThrow();
    }

    static List<CrmOut> out(Change<Mapping> change, CompanyId company) {
        return change.events().stream()
                .filter(event -> event.topic().equals("crm." + company + ".out"))
                .map(event -> (CrmOut) event.payload())
                .toList();
    }

    static List<CounterpartsChanged> internal(Change<Mapping> change) {
        return change.events().stream()
                .map(Outgoing::payload)
                .filter(CounterpartsChanged.class::isInstance)
                .map(CounterpartsChanged.class::cast)
                .toList();
    }
}
