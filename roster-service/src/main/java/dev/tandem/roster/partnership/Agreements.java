package dev.tandem.roster.partnership;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.intake.Unprocessable;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.ProblemException;
import dev.tandem.roster.terms.Terms;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What other features may ask about partnerships: the state that is told of them, as it is now.
@Component
public final class Agreements {
    private final Partnerships partnerships;

    Agreements(Partnerships partnerships) {
        this.partnerships = partnerships;
    }

    public Optional<PartnershipChanged> of(PartnershipId partnership) {
        return partnerships.find(partnership).map(Versioned::state).map(Partnership::event);
    }

    /// Of the revision that governs now; empty also where it agrees on policies alone.
    public Optional<Terms> termsInForce(PartnershipId partnership) {
        return partnerships
                .find(partnership)
                .map(Versioned::state)
                .flatMap(found -> found.event()
                        .inForce()
                        .flatMap(revision -> found.papers().termsOf(revision.number())));
    }

    /// The partnership, as long as something may cross in it.
    ///
    /// @throws ProblemException 404 for who is no party; 409 while no agreement is in force, with what the
    /// party can do to the partnership
    public PartnershipChanged governed(CompanyId party, PartnershipId partnership) {
        var found = active(party, partnership);
        if (found.event().inForce().isEmpty()) {
            throw refused(found, party, "NOT_IN_FORCE", "No agreement is in force: every party signs one first.");
        }
        return found.event();
    }

    /// As the above, whether an agreement is in force or not.
    public PartnershipChanged living(CompanyId party, PartnershipId partnership) {
        return active(party, partnership).event();
    }

    private Partnership active(CompanyId party, PartnershipId partnership) {
        var found = partnerships.find(party, partnership).map(Versioned::state).orElseThrow(Problem::notFound);
        var status = found.event().status();
        if (status != PartnershipChanged.Status.ACTIVE) {
            throw refused(found, party, "NOT_ACTIVE", "The partnership is " + status + ".");
        }
        return found;
    }

    private static ProblemException refused(Partnership found, CompanyId party, String code, String sentence) {
        return Transition.refused(code, sentence, new Standing(found).allowedTo(party));
    }

    /// As the above, for what a CRM records.
    ///
    /// @throws Unprocessable instead; it can be redriven when something may cross
    public PartnershipChanged recordable(CompanyId sender, PartnershipId partnership) {
        try {
            return governed(sender, partnership);
        } catch (ProblemException refused) {
            throw new Unprocessable(
                    "fields.partnership", "NOT_IN_FORCE", "send it while an agreement of yours is in force in it");
        }
    }

    /// A party's partnerships, by id, after `after`.
    public List<PartnershipId> page(CompanyId party, String after, int limit) {
        return partnerships.page(party, after, limit).stream()
                .map(found -> found.state().id())
                .toList();
    }

    /// Empty for who is no party, as for a partnership that does not exist.
    public Optional<PartnershipChanged> of(CompanyId party, PartnershipId partnership) {
        return partnerships.find(party, partnership).map(Versioned::state).map(Partnership::event);
    }
}
