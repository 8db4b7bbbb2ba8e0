package dev.tandem.credit.deal;

import dev.tandem.contracts.DealId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.roster.RosterChange;
import dev.tandem.credit.crediting.Facts;
import dev.tandem.credit.ledger.Assessed;
import dev.tandem.credit.ledger.Ledger;
import dev.tandem.kit.copy.LocalCopy.Latest;
import dev.tandem.kit.intake.Incoming;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/// Keeps each input as it arrives and credits the deals that rest on it again. Whatever order the inputs arrive in, and
/// however often, the credit comes out the same: an input that is not there yet is only waited for.
@Service
public class CreditingDeals {
    private static final int PAGE = 200;

    private final Deals deals;
    private final Partnerships partnerships;
    private final Counterparts counterparts;
    private final Reps reps;
    private final Ledger ledger;
    private final Standings standings;

    CreditingDeals(
            Deals deals,
            Partnerships partnerships,
            Counterparts counterparts,
            Reps reps,
            Ledger ledger,
            Standings standings) {
        this.deals = deals;
        this.partnerships = partnerships;
        this.counterparts = counterparts;
        this.reps = reps;
        this.ledger = ledger;
        this.standings = standings;
    }

    public void dealChanged(Incoming<DealChanged> event) {
        deals.keep(event);
        credit(event.payload().partnership(), event.payload().deal(), event.id());
    }

    public void partnershipChanged(Incoming<PartnershipChanged> event) {
        partnerships.keep(event);
        var partnership = event.payload().partnership();
        creditAll(partnership, event.id(), afterId -> deals.page(partnership, afterId, PAGE));
    }

    public void rosterChanged(Incoming<RosterChange> event) {
        switch (event.payload()) {
            case RosterChange.RepChanged _ -> reps.keep(event);
            case RosterChange.CounterpartsChanged changed -> {
                counterparts.keep(event.with(changed));
                var partnership = changed.partnership();
                creditAll(
                        partnership,
                        event.id(),
                        afterId -> deals.page(partnership, changed.jointAccount(), afterId, PAGE));
            }
        }
    }

    private void creditAll(PartnershipId partnership, String cause, Function<String, List<DealChanged>> pageAfter) {
        var page = pageAfter.apply("");
        while (!page.isEmpty()) {
            page.forEach(deal -> credit(partnership, deal.deal(), cause));
            page = pageAfter.apply(page.getLast().deal().value());
        }
    }

    /// Repeated after a crash at any point, it does what is left to do and nothing else.
    private void credit(PartnershipId partnership, DealId deal, String cause) {
        ledger.post(partnership, deal, cause, () -> Assessed.of(facts(partnership, deal)));
        deals.find(partnership, deal).map(Latest::state).ifPresent(state -> standings.tell(partnership, state));
    }

    private Facts facts(PartnershipId partnership, DealId id) {
        var deal = deals.find(partnership, id).orElseThrow();
        var agreement = partnerships.find(partnership);
        var mapping = counterparts.find(partnership, deal.state().jointAccount());
        return new Facts(
                deal.state(),
                agreement.map(Latest::state),
                mapping.map(Latest::state),
                Stream.of(Optional.of(deal), agreement, mapping)
                        .flatMap(Optional::stream)
                        .map(Latest::eventId)
                        .toList());
    }
}
