package dev.tandem.roster.rep;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.kit.store.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What other features may ask about reps.
@Component
public final class RepDirectory {
    private final Reps reps;
    private final ErasedPeople erased;

    RepDirectory(Reps reps, ErasedPeople erased) {
        this.reps = reps;
        this.erased = erased;
    }

    /// What stands for a user; empty for whoever was not erased, or was entered anew since.
    public Optional<CrmId> erased(CompanyId company, CrmId user) {
        return erased.mark(company, user);
    }

    /// Since when whoever it stands for is erased.
    public Optional<Instant> erasedSince(CompanyId company, CrmId mark) {
        return erased.since(company, mark);
    }

    /// Whether a user was erased, or this is what stands for one who was.
    public boolean isErased(CompanyId company, CrmId user) {
        return user.isErased() || erased.mark(company, user).isPresent();
    }

    /// @param position in the company's list, to go on from
    /// @param leftAt null for who is there
    /// @param fields all that the company knows of the rep, under the names that a CRM sends it by
    public record Known(
            String position, RepChanged rep, @Nullable Instant leftAt, Map<String, String> fields) {
        public Known {
            fields = Map.copyOf(fields);
        }
    }

    public Optional<Known> find(CompanyId company, RepId rep) {
        return reps.find(company, rep).map(RepDirectory::known);
    }

    /// The rep that a caller is: whose CRM user id, or else whose email, the token's subject is.
    public Optional<Known> person(CompanyId company, String subject) {
        return user(company, subject)
                .or(() -> reps.findByEmail(company, subject))
                .map(RepDirectory::known);
    }

    private Optional<Versioned<Rep>> user(CompanyId company, String subject) {
        try {
            return reps.find(company, new CrmId(subject));
        } catch (IllegalArgumentException noCrmId) {
            return Optional.empty();
        }
    }

    public List<Known> page(CompanyId company, String after, int limit) {
        return reps.page(company, after, limit).stream()
                .map(RepDirectory::known)
                .toList();
    }

    /// Those who report to a rep, in the company's order.
    public List<Known> reports(CompanyId company, RepId manager, String after, int limit) {
        return reps.reports(company, manager, after, limit).stream()
                .map(RepDirectory::known)
                .toList();
    }

    private static Known known(Versioned<Rep> found) {
        var rep = found.state();
        return new Known(found.id(), rep.event(), rep.leftAt().orElse(null), rep.values());
    }
}
