package dev.tandem.roster.onboarding;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.terms.Requirement;
import dev.tandem.roster.terms.Terms;
import java.util.List;
import org.springframework.stereotype.Component;

/// Whether reps may meet customers together.
@Component
public final class Readiness {
    private final Agreements agreements;
    private final Checklists checklists;

    Readiness(Agreements agreements, Checklists checklists) {
        this.agreements = agreements;
        this.checklists = checklists;
    }

    /// What the terms in force ask of every rep; nothing where they ask nothing.
    public List<Requirement> agreed(PartnershipId partnership) {
        return agreements.termsInForce(partnership).map(Terms::onboarding).orElse(List.of());
    }

    public boolean isReady(PartnershipId partnership, RepId rep, List<Requirement> agreed) {
        return agreed.isEmpty()
                || checklists.find(partnership, rep).missing(agreed).isEmpty();
    }
}
