package dev.tandem.credit.settlement;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.credit.settlement.Signed.Signature;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;

/// The signatures under each period's settlement.
@Repository
class SettlementSignatures {
    private final Aggregates<State> signatures;

    SettlementSignatures(Stores stores) {
        this.signatures = stores.aggregates("settlement-signatures", State.class);
    }

    /// One signature per company: a later one takes the place of an earlier, so that no number of
    /// people of one company signs for another.
    record State(List<Signature> all) {
        static final State NONE = new State(List.of());

        State {
            all = List.copyOf(all);
        }

        State with(Signature signature) {
            return new State(Stream.concat(
                            all.stream().filter(each -> !each.company().equals(signature.company())),
                            Stream.of(signature))
                    .toList());
        }

        boolean signedBy(CompanyId company, String statementHash) {
            return all.stream()
                    .anyMatch(each -> each.company().equals(company)
                            && each.statementHash().equals(statementHash));
        }

        boolean complete(Collection<CompanyId> parties, String statementHash) {
            return parties.stream().allMatch(party -> signedBy(party, statementHash));
        }
    }

    State of(PartnershipId partnership, YearMonth period) {
        return signatures
                .find(Tenant.of(partnership), id(partnership, period))
                .map(Versioned::state)
                .orElse(State.NONE);
    }

    Outcome<State> change(PartnershipId partnership, YearMonth period, Cause cause, Decision<State> decision) {
        return signatures.change(Tenant.of(partnership), id(partnership, period), cause, decision);
    }

    private static String id(PartnershipId partnership, YearMonth period) {
        return partnership + "/" + period;
    }
}
