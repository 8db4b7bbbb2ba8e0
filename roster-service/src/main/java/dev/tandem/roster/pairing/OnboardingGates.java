package dev.tandem.roster.pairing;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.roster.mapping.Gates;
import dev.tandem.roster.onboarding.Readiness;
import java.util.HashMap;
import org.springframework.stereotype.Component;

/// Open for who has proven what was agreed, and towards the company of a rep with whom somebody decided that the rep
/// works all the same.
@Component
class OnboardingGates implements Gates {
    private final PairLinks links;
    private final Readiness readiness;

    OnboardingGates(PairLinks links, Readiness readiness) {
        this.links = links;
        this.readiness = readiness;
    }

    @Override
    public Gate of(PartnershipId partnership) {
        var agreed = readiness.agreed(partnership);
        if (agreed.isEmpty()) {
            return (_, _) -> true;
        }
        var ready = new HashMap<RepId, Boolean>();
        return (rep, towards) -> ready.computeIfAbsent(rep, each -> readiness.isReady(partnership, each, agreed))
                || isWanted(partnership, rep, towards);
    }

    private boolean isWanted(PartnershipId partnership, RepId rep, CompanyId towards) {
        return links.ofRep(partnership, rep).stream()
                .anyMatch(link -> link.agreed()
                        && link.wanted()
                        && link.besideRep(rep).company().equals(towards));
    }
}
