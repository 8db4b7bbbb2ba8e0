package dev.tandem.roster.rep;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.kit.intake.Erasure;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Forgets who a user of a company's CRM was; what counts for others, the rep's id, stays, as of one who left.
@Component
public final class ErasingPeople {
    private static final int PART = 100;

    private final Reps reps;
    private final Tenures tenures;
    private final ErasedPeople erased;
    private final Holders holders;

    /// All who hold anything of people.
    @Component
    record Holders(List<CrmRecords> records, List<ForgettingUser> users, List<Forgetting> reps) {
        Holders {
            records = List.copyOf(records);
            users = List.copyOf(users);
            reps = List.copyOf(reps);
        }
    }

    ErasingPeople(Reps reps, Tenures tenures, ErasedPeople erased, Holders holders) {
        this.reps = reps;
        this.tenures = tenures;
        this.erased = erased;
        this.holders = holders;
    }

    /// The user is known as erased before anything is looked through, so that what comes meanwhile is left out.
    public void erase(Erasure erasure) {
        var other = holders.records().stream()
                .filter(each -> erasure.key().startsWith(each.keyPrefix()))
                .findFirst();
        other.ifPresent(each -> each.erase(erasure));
        user(erasure).ifPresent(user -> {
            var mark = reps.mark(erasure.company(), user);
            if (other.isEmpty()) {
                erased.note(erasure.company(), mark);
            }
            erase(erasure, user, mark);
        });
    }

    private void erase(Erasure erasure, CrmId user, CrmId mark) {
        var company = erasure.company();
        var outcome = reps.change(
                company,
                user,
                Cause.GIVEN,
                current -> current.map(Versioned::state)
                        .filter(rep -> !rep.isErased())
                        .map(rep -> tenures.settled(Forgotten.erased(rep, mark, erasure.time()), erasure.time()))
                        .map(rep -> rep.after(current))
                        .orElseGet(Change::none));
        forgottenAsManager(company, user);
        holders.records().forEach(each -> each.forget(company, user));
        holders.users().forEach(each -> each.forget(company, user, mark));
        var now = outcome.now();
        if (now != null) {
            holders.reps().forEach(each -> each.forget(company, now.state().id()));
        }
    }

    private void forgottenAsManager(CompanyId company, CrmId manager) {
        List<Versioned<Rep>> part;
        do {
            part = reps.naming(company, manager, PART);
            part.forEach(found -> reps.change(
                    company,
                    found.id(),
                    Cause.GIVEN,
                    current -> Change.to(Forgotten.without(current.orElseThrow().state(), manager))));
        } while (part.size() == PART);
    }

    /// Nobody is known by a key that is no CRM id.
    private static Optional<CrmId> user(Erasure erasure) {
        try {
            return Optional.of(new CrmId(erasure.key()));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
