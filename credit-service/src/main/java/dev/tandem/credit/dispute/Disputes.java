package dev.tandem.credit.dispute;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import dev.tandem.credit.dispute.Dispute.Resolution;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// The disputes of each company.
@Service
public class Disputes {
    private final DisputeStore store;

    Disputes(DisputeStore store) {
        this.store = store;
    }

    public List<Dispute> open(CompanyId company) {
        return store.all(company).stream().filter(Dispute::isOpen).toList();
    }

    public List<Dispute> of(CompanyId company, RepId rep) {
        return store.of(company, rep);
    }

    /// By id, after `afterId` (empty for the first page).
    public List<Dispute> page(CompanyId company, String afterId, int limit) {
        return store.page(company, afterId, limit);
    }

    public Optional<Dispute> find(CompanyId company, String id) {
        return store.find(company, id);
    }

    /// A repetition of the same command changes nothing.
    ///
    /// @throws dev.tandem.kit.store.StoreRefusal.Taken while another dispute is open about the line
    public Dispute raise(CompanyId company, Cause cause, Dispute dispute) {
        var outcome = store.change(company, dispute.id(), cause, _ -> Change.to(dispute));
        return java.util.Objects.requireNonNull(outcome.now()).state();
    }

    /// False when it was resolved before, by another command.
    public boolean resolve(CompanyId company, String id, Cause cause, Resolution resolution) {
        var outcome = store.change(
                company,
                id,
                cause,
                found -> found.map(Versioned::state)
                        .filter(Dispute::isOpen)
                        .map(open -> Change.to(open.resolved(resolution)))
                        .orElseGet(Change::none));
        return !(outcome instanceof Outcome.Unchanged<Dispute>);
    }
}
