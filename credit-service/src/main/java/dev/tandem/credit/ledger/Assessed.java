package dev.tandem.credit.ledger;

import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.credit.crediting.Crediting;
import dev.tandem.credit.crediting.Facts;
import dev.tandem.credit.crediting.Target;
import java.util.List;

/// A deal with what its credit should be.
///
/// @param inputs ids of the events that the target rests on
public record Assessed(DealChanged deal, Target target, List<String> inputs) {
    public static Assessed of(Facts facts) {
        return new Assessed(facts.deal(), Crediting.target(facts), facts.eventIds());
    }

    Assessment assessment() {
        return Assessment.of(deal, target);
    }
}
