package dev.tandem.credit.ledger;

import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.roster.RosterChange.CounterpartsChanged;
import dev.tandem.credit.crediting.Contribution;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/// An input as it reaches the service.
@NullMarked
public sealed interface Arrival {
    long seq();

    /// What it is the state of; a higher `seq` of the same replaces it.
    String key();

    record Deal(DealChanged state) implements Arrival {
        @Override
        public long seq() {
            return state.revision();
        }

        @Override
        public String key() {
            return state.deal().value();
        }
    }

    record Partnership(long seq, PartnershipChanged state) implements Arrival {
        @Override
        public String key() {
            return state.partnership().value();
        }
    }

    record Counterparts(long seq, CounterpartsChanged state) implements Arrival {
        @Override
        public String key() {
            return "mapping/" + state.jointAccount();
        }
    }

    /// All that was claimed about a deal so far.
    record Claimed(long seq, String deal, List<Contribution> contributions) implements Arrival {
        @Override
        public String key() {
            return "claims/" + deal;
        }
    }
}
