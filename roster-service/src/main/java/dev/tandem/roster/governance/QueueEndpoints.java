package dev.tandem.roster.governance;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
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
import dev.tandem.roster.governance.EscalationOwners.Named;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.rep.RepDirectory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Over HTTP: what waits for the caller, and who is to decide what was not decided in time.
@RestController
class QueueEndpoints {
    private final Queue queue;
    private final EscalationOwners owners;
    private final Agreements agreements;
    private final RepDirectory reps;

    QueueEndpoints(Queue queue, EscalationOwners owners, Agreements agreements, RepDirectory reps) {
        this.queue = queue;
        this.owners = owners;
        this.agreements = agreements;
        this.reps = reps;
    }

    /// @param rep of your own company
    record NewOwner(RepId rep, Reason reason) {}

    /// Who decides what was not decided in time.
    record OwnerView(PartnershipId partnership, RepId rep, Reason reason) {}

    /// Everything that waits for the caller's decision, in all partnerships; what is due first comes first.
    @GetMapping("/roster/me/queue")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN, Role.REP})
    Page<QueueLine> mine(CompanyCaller caller, Paging paging) {
        var after = paging.after().orElse("");
        var lines = queue.of(caller).stream()
                .filter(line -> line.position().compareTo(after) > 0)
                .limit(paging.fetch())
                .toList();
        return paging.page(lines, QueueLine::position);
    }

    @PostMapping("/roster/partnerships/{id}/escalation-owner")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    OwnerView name(CompanyCaller caller, @PathVariable PartnershipId id, IdempotencyKey key, Body<NewOwner> body) {
        if (agreements.of(caller.company(), id).isEmpty()) {
            throw Problem.notFound();
        }
        var named = body.read();
        if (reps.find(caller.company(), named.rep())
                .filter(known -> known.rep().status() == Status.ACTIVE)
                .isEmpty()) {
            throw Problem.invalid("rep", "NOT_ACTIVE", "is no active rep of your company");
        }
        owners.name(id, caller.company(), key.cause(body, 200), new Named(named.rep(), named.reason()));
        return new OwnerView(id, named.rep(), named.reason());
    }
}
