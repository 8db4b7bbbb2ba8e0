package dev.tandem.roster.briefing;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Hash;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The last acknowledgement of each rep in each partnership; seen by the rep's company alone.
@Component
final class Acknowledgements {
    private final Aggregates<Acknowledgement> acknowledgements;

    Acknowledgements(Stores stores) {
        this.acknowledgements = stores.aggregates("briefing_acknowledgements", Acknowledgement.class);
    }

    /// Of that revision; one of an earlier does not count.
    Optional<Acknowledgement> of(CompanyId company, PartnershipId partnership, RepId rep, int revision) {
        return acknowledgements
                .find(Tenant.of(company), id(partnership, rep))
                .map(Versioned::state)
                .filter(found -> found.revision() == revision);
    }

    /// The first time stands.
    Acknowledgement note(CompanyId company, Cause cause, Acknowledgement said) {
        var outcome = acknowledgements.change(
                Tenant.of(company),
                id(said.partnership(), said.rep()),
                cause,
                current -> current.filter(was -> was.state().revision() == said.revision())
                                .isPresent()
                        ? Change.none()
                        : Change.to(said));
        return Objects.requireNonNull(outcome.now()).state();
    }

    private static String id(PartnershipId partnership, RepId rep) {
        return Hash.id(partnership.value(), rep.value());
    }
}
