package dev.tandem.roster.recognition;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.rep.Forgetting;
import dev.tandem.roster.rep.RepDirectory;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// A company's own systems are told of an award under the ids of its CRM; of who was erased, no longer.
@Component
class ForgettingAwarded implements Forgetting {
    private static final int PART = 100;

    private final Awards awards;
    private final TellingAwards telling;
    private final Agreements agreements;
    private final RepDirectory reps;

    ForgettingAwarded(Awards awards, TellingAwards telling, Agreements agreements, RepDirectory reps) {
        this.awards = awards;
        this.telling = telling;
        this.agreements = agreements;
        this.reps = reps;
    }

    @Override
    public String place() {
        return "what your own systems are told of awards";
    }

    @Override
    public void forget(CompanyId company, RepId rep) {
        naming(company, rep).forEach(award -> telling.tellAgain(award, company));
    }

    @Override
    public boolean holds(CompanyId company, RepId rep) {
        var known =
                reps.find(company, rep).filter(found -> !found.rep().crmUser().isErased());
        return known.isPresent() && naming(company, rep).stream().anyMatch(Award::told);
    }

    private List<Award> naming(CompanyId company, RepId rep) {
        var naming = new ArrayList<Award>();
        var after = "";
        List<PartnershipId> part;
        do {
            part = agreements.page(company, after, PART);
            part.forEach(partnership -> naming.addAll(naming(partnership, rep)));
            after = part.isEmpty() ? after : part.getLast().value();
        } while (part.size() == PART);
        return naming;
    }

    private List<Award> naming(PartnershipId partnership, RepId rep) {
        var naming = new ArrayList<Award>();
        var after = "";
        List<Versioned<Award>> part;
        do {
            part = awards.page(partnership, after, PART);
            part.stream()
                    .map(Versioned::state)
                    .filter(award -> award.names(rep))
                    .forEach(naming::add);
            after = part.isEmpty() ? after : part.getLast().id();
        } while (part.size() == PART);
        return naming;
    }
}
