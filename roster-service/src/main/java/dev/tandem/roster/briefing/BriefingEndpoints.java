package dev.tandem.roster.briefing;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.roster.RosterChange.Status;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.mapping.WorkedAccounts;
import dev.tandem.roster.rep.RepDirectory;
import dev.tandem.roster.rep.RepDirectory.Known;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What a rep must know, and who has said so, over HTTP. A rep reads it for accounts that the rep works; managers see
/// who of their own people has not acknowledged it, alliance managers and admins who of their company.
@RestController
@RequestMapping("/roster/partnerships/{id}")
class BriefingEndpoints {
    private static final int PART = 100;

    private final Briefings briefings;
    private final Acknowledgements acknowledgements;
    private final WorkedAccounts accounts;
    private final RepDirectory reps;
    private final Clock clock;

    BriefingEndpoints(
            Briefings briefings,
            Acknowledgements acknowledgements,
            WorkedAccounts accounts,
            RepDirectory reps,
            Clock clock) {
        this.briefings = briefings;
        this.acknowledgements = acknowledgements;
        this.accounts = accounts;
        this.reps = reps;
        this.clock = clock;
    }

    /// @param revision that the rep has read, in force now
    record NewAcknowledgement(int revision) {}

    /// @param acknowledgedAt null for who has not
    record Standing(
            RepId rep, String name, int revision, @Nullable Instant acknowledgedAt) {}

    /// A row with its place in the company's list.
    private record Row(String position, Standing standing) {}

    /// Without a joint account of all parties.
    @GetMapping("/briefing")
    @Allowed({Role.REP, Role.ALLIANCE_MANAGER, Role.ADMIN})
    Briefing read(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            @RequestParam(required = false) @Nullable JointAccountId jointAccount) {
        var revision = briefings.revision(caller.company(), id);
        var companies = jointAccount == null
                ? briefings.parties(id)
                : accounts.companiesSeen(caller.company(), id, jointAccount).orElseThrow(Problem::notFound);
        var rep = self(caller);
        if (!leads(caller) && !works(id, jointAccount, rep)) {
            throw Problem.notFound();
        }
        var briefing = briefings.of(caller.company(), id, companies);
        var at = rep.flatMap(known ->
                        acknowledgements.of(caller.company(), id, known.rep().rep(), revision))
                .map(Acknowledgement::at)
                .orElse(null);
        return new Briefing(id, revision, briefing.parties(), briefing.engagement(), briefing.limits(), at);
    }

    private boolean works(PartnershipId id, @Nullable JointAccountId account, Optional<Known> rep) {
        return rep.map(known -> known.rep().rep())
                .filter(own -> account == null ? accounts.worksAny(id, own) : accounts.works(id, account, own))
                .isPresent();
    }

    /// By the rep in person: nobody knows something for another.
    @PostMapping("/briefing-acknowledgements")
    @Allowed(Role.REP)
    Standing acknowledge(
            CompanyCaller caller, @PathVariable PartnershipId id, IdempotencyKey key, Body<NewAcknowledgement> body) {
        var revision = briefings.revision(caller.company(), id);
        var read = body.read().revision();
        var rep = self(caller).orElseThrow(Problem::notFound);
        if (read != revision) {
            throw Problem.conflict("NOT_IN_FORCE_NOW", "Another revision is in force: read that one.", List.of());
        }
        var said = new Acknowledgement(id, rep.rep().rep(), revision, clock.instant());
        var noted = acknowledgements.note(caller.company(), key.cause(body, 200), said);
        return new Standing(noted.rep(), rep.rep().name(), noted.revision(), noted.at());
    }

    /// Of those who work a joint account of the partnership.
    @GetMapping("/briefing-acknowledgements")
    @Allowed({Role.REP, Role.ALLIANCE_MANAGER, Role.ADMIN})
    Page<Standing> list(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            Paging paging,
            @RequestParam(defaultValue = "false") boolean missing) {
        var revision = briefings.revision(caller.company(), id);
        var rows = new ArrayList<Row>();
        var after = paging.after().orElse("");
        List<Known> part;
        do {
            part = people(caller, after);
            part.stream()
                    .filter(known -> known.rep().status() == Status.ACTIVE
                            && accounts.worksAny(id, known.rep().rep()))
                    .map(known -> row(caller.company(), id, known, revision))
                    .filter(row -> !missing || row.standing().acknowledgedAt() == null)
                    .forEach(rows::add);
            after = part.isEmpty() ? after : part.getLast().position();
        } while (part.size() == PART && rows.size() < paging.fetch());
        var page = paging.page(rows.subList(0, Math.min(rows.size(), paging.fetch())), Row::position);
        return new Page<>(page.items().stream().map(Row::standing).toList(), page.next());
    }

    private List<Known> people(CompanyCaller caller, String after) {
        return leads(caller)
                ? reps.page(caller.company(), after, PART)
                : self(caller)
                        .map(manager ->
                                reps.reports(caller.company(), manager.rep().rep(), after, PART))
                        .orElse(List.of());
    }

    private Row row(CompanyId company, PartnershipId id, Known known, int revision) {
        var at = acknowledgements
                .of(company, id, known.rep().rep(), revision)
                .map(Acknowledgement::at)
                .orElse(null);
        return new Row(
                known.position(), new Standing(known.rep().rep(), known.rep().name(), revision, at));
    }

    private static boolean leads(CompanyCaller caller) {
        return caller.has(Role.ALLIANCE_MANAGER) || caller.has(Role.ADMIN);
    }

    private Optional<Known> self(CompanyCaller caller) {
        return reps.person(caller.company(), caller.person());
    }
}
