package dev.tandem.roster.rep;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Reason;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who was erased, by marks that tell nothing: also users who never became reps, so that what comes late of them is
/// left out all the same.
@Component
final class ErasedPeople {
    private final Reps reps;
    private final Aggregates<Erased> erased;
    private final Clock clock;

    ErasedPeople(Reps reps, Stores stores, Clock clock) {
        this.clock = clock;
        this.reps = reps;
        this.erased = stores.aggregates("erased_people", Erased.class);
    }

    /// @param returned why the person was entered anew since; null for whoever was not
    record Erased(Instant at, @Nullable Returned returned) {}

    record Returned(Reason because, Instant at) {}

    /// What stands for the user; empty for whoever was not erased, or was entered anew since.
    Optional<CrmId> mark(CompanyId company, CrmId user) {
        var mark = reps.mark(company, user);
        var gone = reps.find(company, user)
                .map(found -> found.state().isErased())
                .orElseGet(() -> erased.find(Tenant.of(company), mark.value())
                        .map(Versioned::state)
                        .filter(found -> found.returned() == null)
                        .isPresent());
        return gone ? Optional.of(mark) : Optional.empty();
    }

    /// Since when; empty for whoever was not erased.
    Optional<Instant> since(CompanyId company, CrmId mark) {
        return erased.find(Tenant.of(company), mark.value())
                .map(Versioned::state)
                .filter(found -> found.returned() == null)
                .map(Erased::at);
    }

    void note(CompanyId company, CrmId mark) {
        erased.change(
                Tenant.of(company),
                mark.value(),
                Cause.GIVEN,
                current -> current.filter(was -> was.state().returned() == null).isPresent()
                        ? Change.none()
                        : Change.to(new Erased(clock.instant(), null)));
    }

    /// Somebody of the company says that the user is there again; nothing else brings the user back.
    void returned(CompanyId company, CrmId user, Returned why) {
        erased.change(
                Tenant.of(company),
                reps.mark(company, user).value(),
                Cause.GIVEN,
                current -> Change.to(
                        new Erased(current.map(was -> was.state().at()).orElse(why.at()), why)));
    }
}
