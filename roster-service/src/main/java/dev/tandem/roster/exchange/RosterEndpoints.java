package dev.tandem.roster.exchange;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.roster.RosterChange;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.exchange.RosterViews.VersionView;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.rep.RepDirectory;
import dev.tandem.roster.rep.RepDirectory.Known;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A company's own roster over HTTP: offer and withdraw.
@RestController
@RequestMapping("/roster/partnerships/{id}")
class RosterEndpoints {
    private static final int REPS_MAX = 5_000;
    private static final int PART = 200;

    private final Rosters rosters;
    private final Agreements agreements;
    private final RepDirectory reps;
    private final Clock clock;

    RosterEndpoints(Rosters rosters, Agreements agreements, RepDirectory reps, Clock clock) {
        this.rosters = rosters;
        this.agreements = agreements;
        this.reps = reps;
        this.clock = clock;
    }

    /// @param reps without them, all who are active now
    record NewOffer(
            @Size(min = 1) List<OfferedField> fields,
            @Size(max = REPS_MAX) @Nullable List<RepId> reps,
            Reason reason) {}

    /// Why one's own roster is withdrawn.
    record Why(Reason reason) {}

    @PostMapping("/roster-offers")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    ResponseEntity<VersionView> offer(
            CompanyCaller caller, @PathVariable PartnershipId id, IdempotencyKey key, Body<NewOffer> body) {
        var _ = agreements.living(caller.company(), id);
        var offer = body.read();
        var chosen = chosen(caller.company(), offer.reps());
        var said = said(caller, offer.reason());
        var outcome = rosters.change(
                id, caller.company(), key.cause(body, 201), was -> was.offering(offer.fields(), chosen, said));
        var roster = Objects.requireNonNull(outcome.now()).state();
        var newest = roster.newest().orElseThrow(Problem::notFound);
        return ResponseEntity.status(HttpStatus.CREATED).body(VersionView.of(roster, newest));
    }

    private List<RepId> chosen(CompanyId company, @Nullable List<RepId> named) {
        var active = new ArrayList<RepId>();
        var after = "";
        List<Known> part;
        do {
            part = reps.page(company, after, PART);
            part.stream()
                    .map(Known::rep)
                    .filter(rep -> rep.status() == RosterChange.Status.ACTIVE)
                    .forEach(rep -> active.add(rep.rep()));
            after = part.isEmpty() ? after : part.getLast().position();
        } while (part.size() == PART && active.size() <= REPS_MAX);
        if (named == null) {
            requireFew(active);
            return active;
        }
        if (!active.containsAll(named)) {
            throw Problem.invalid("reps", "NOT_ACTIVE", "names somebody who is no active rep of your company");
        }
        return named;
    }

    private static void requireFew(List<RepId> active) {
        if (active.size() > REPS_MAX) {
            throw Problem.invalid("reps", "TOO_MANY", "there are more than " + REPS_MAX + " active reps: name some");
        }
    }

    private static void requireOffered(Roster roster) {
        if (roster.offered().isEmpty()) {
            throw Problem.conflict("NOTHING_OFFERED", "You offer no roster here.", List.of("roster-offers"));
        }
    }

    @PostMapping("/roster-withdrawal")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    Page<VersionView> withdraw(
            CompanyCaller caller, @PathVariable PartnershipId id, IdempotencyKey key, Body<Why> body) {
        found(caller, id);
        var said = said(caller, body.read().reason());
        var outcome = rosters.change(id, caller.company(), key.cause(body, 200), was -> {
            requireOffered(was);
            return was.withdrawn(said);
        });
        var now = Objects.requireNonNull(outcome.now()).state();
        return new Page<>(
                now.versions().stream()
                        .map(version -> VersionView.of(now, version))
                        .toList(),
                null);
    }

    private PartnershipChanged found(CompanyCaller caller, PartnershipId id) {
        return agreements.of(caller.company(), id).orElseThrow(Problem::notFound);
    }

    private Said said(CompanyCaller caller, Reason reason) {
        return new Said(caller.company(), reason, clock.instant());
    }
}
