package dev.tandem.roster.exchange;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.roster.RosterChange;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.exchange.RosterViews.Diff;
import dev.tandem.roster.exchange.RosterViews.OfferedRep;
import dev.tandem.roster.exchange.RosterViews.VersionView;
import dev.tandem.roster.rep.RepDirectory;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What is offered to a partnership, over HTTP: look, compare, accept or ask.
@RestController
@RequestMapping("/roster/partnerships/{id}")
class PartnerRosterEndpoints {
    private final VisibleRosters rosters;
    private final Rosters changes;
    private final RepDirectory reps;
    private final Clock clock;

    PartnerRosterEndpoints(VisibleRosters rosters, Rosters changes, RepDirectory reps, Clock clock) {
        this.rosters = rosters;
        this.changes = changes;
        this.reps = reps;
        this.clock = clock;
    }

    /// @param company whose roster
    record NewAnswer(CompanyId company, int version, Version.Verdict verdict, Reason reason) {}

    /// All parties' last versions that the caller may see.
    @GetMapping("/roster-offers")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    Page<VersionView> list(CompanyCaller caller, @PathVariable PartnershipId id) {
        var views = rosters.to(caller, id)
                .flatMap(roster -> roster.versions().stream().map(version -> VersionView.of(roster, version)));
        return new Page<>(views.toList(), null);
    }

    /// What is offered now, before and after it is accepted, by company and rep; who has left is not in it.
    @GetMapping("/offered-reps")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    Page<OfferedRep> reps(CompanyCaller caller, @PathVariable PartnershipId id, Paging paging) {
        var after = paging.after().orElse("");
        var rows = rosters.to(caller, id)
                .flatMap(roster -> roster.offered().stream()
                        .flatMap(version -> version.reps().stream()
                                .filter(rep -> (roster.company() + "/" + rep).compareTo(after) > 0)
                                .flatMap(rep -> offered(roster.company(), version, rep))))
                .sorted(java.util.Comparator.comparing(PartnerRosterEndpoints::position))
                .limit(paging.fetch())
                .toList();
        return paging.page(rows, PartnerRosterEndpoints::position);
    }

    private static String position(OfferedRep rep) {
        return rep.company() + "/" + rep.rep();
    }

    private Stream<OfferedRep> offered(CompanyId company, Version version, RepId rep) {
        return reps
                .find(company, rep)
                .filter(known -> known.rep().status() == RosterChange.Status.ACTIVE)
                .map(known -> new OfferedRep(company, rep, OfferedField.chosen(version.fields(), known.fields())))
                .stream();
    }

    /// Of each other party that offers one: from what the caller accepted to what is offered.
    @GetMapping("/roster-differences")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    Page<Diff> differences(CompanyCaller caller, @PathVariable PartnershipId id) {
        var differences = rosters.to(caller, id)
                .filter(roster -> !roster.company().equals(caller.company()))
                .map(roster -> Diff.of(roster, caller.company()));
        return new Page<>(differences.toList(), null);
    }

    @PostMapping("/roster-answers")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    VersionView answer(CompanyCaller caller, @PathVariable PartnershipId id, IdempotencyKey key, Body<NewAnswer> body) {
        rosters.found(caller, id);
        var answer = body.read();
        var roster = rosters.to(caller, id)
                .filter(seen -> seen.company().equals(answer.company())
                        && !seen.company().equals(caller.company()))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("company", "OFFERS_NONE", "offers you no roster"));
        var said = new Version.Answer(answer.verdict(), new Said(caller.company(), answer.reason(), clock.instant()));
        var outcome = changes.change(id, roster.company(), key.cause(body, 200), was -> {
            requireNewest(was, answer.version());
            return was.answered(answer.version(), said);
        });
        var now = Objects.requireNonNull(outcome.now()).state();
        return VersionView.of(now, now.find(answer.version()).orElseThrow(Problem::notFound));
    }

    private static void requireNewest(Roster roster, int version) {
        if (roster.offered().filter(offered -> offered.number() == version).isEmpty()) {
            var allowed = roster.offered().isEmpty() ? List.<String>of() : List.of("roster-answers");
            throw Problem.conflict("NOT_OFFERED_NOW", "Another version is offered now, or none.", allowed);
        }
    }
}
