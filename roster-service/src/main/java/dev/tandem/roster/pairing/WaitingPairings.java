package dev.tandem.roster.pairing;

import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.roster.queue.Source;
import dev.tandem.roster.queue.Waiting;
import dev.tandem.roster.queue.Waiting.Kind;
import java.util.List;
import org.springframework.stereotype.Component;

/// The proposed counterparts that a company has not confirmed.
@Component
class WaitingPairings implements Source {
    private final Plans plans;

    WaitingPairings(Plans plans) {
        this.plans = plans;
    }

    @Override
    public List<Waiting> waiting(PartnershipChanged partnership, Asker asker) {
        var plan = plans.find(partnership.partnership());
        var open = plan.open();
        if (partnership.inForce().isEmpty()
                || !asker.forCompany()
                || open == null
                || open.confirmed().contains(asker.company())) {
            return List.of();
        }
        return List.of(new Waiting(
                Kind.PAIRING,
                partnership.partnership(),
                "/roster/partnerships/" + partnership.partnership() + "/pairing-plan",
                "Confirm the counterparts of proposal " + plan.number() + ", or override single ones.",
                new Waiting.Clock(open.said().at(), null, "The counterparts stay as they are."),
                List.of("pairing-confirmations", "pairing-overrides")));
    }
}
