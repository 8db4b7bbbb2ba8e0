package dev.tandem.roster.partnership;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.store.Versioned;
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
