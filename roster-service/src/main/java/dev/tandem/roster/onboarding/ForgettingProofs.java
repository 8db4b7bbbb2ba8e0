package dev.tandem.roster.onboarding;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.rep.Forgetting;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// Forgets what proved that a person met requirements: certificates say more than that somebody is ready.
@Component
class ForgettingProofs implements Forgetting {
    private static final int PART = 100;

    private final Checklists checklists;
    private final Agreements agreements;

    ForgettingProofs(Checklists checklists, Agreements agreements) {
        this.checklists = checklists;
        this.agreements = agreements;
    }

    @Override
    public String place() {
        return "what proved that the person met requirements of onboarding";
    }

    @Override
    public void forget(CompanyId company, RepId rep) {
        var _ = any(company, partnership -> {
            checklists.forget(partnership, rep);
            return false;
        });
    }

    @Override
    public boolean holds(CompanyId company, RepId rep) {
        return any(
                company,
                partnership -> !checklists.find(partnership, rep).ticks().isEmpty());
    }

    private boolean any(CompanyId company, Predicate<PartnershipId> test) {
        var after = "";
        List<PartnershipId> part;
        do {
            part = agreements.page(company, after, PART);
            if (part.stream().anyMatch(test)) {
                return true;
            }
            after = part.isEmpty() ? after : part.getLast().value();
        } while (part.size() == PART);
        return false;
    }
}
