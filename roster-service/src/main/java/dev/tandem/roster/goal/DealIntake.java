package dev.tandem.roster.goal;

import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.kit.intake.Incoming;
import org.springframework.stereotype.Component;

/// Takes what is told of deals, as far as goals need it.
@Component
public final class DealIntake {
    private final WonDeals deals;

    DealIntake(WonDeals deals) {
        this.deals = deals;
    }

    public void on(Incoming<DealChanged> event) {
        deals.on(event.payload().partnership(), event);
    }
}
