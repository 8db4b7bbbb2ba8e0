package dev.tandem.roster.governance;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.governance.EscalationOwners.Acceptance;
import dev.tandem.roster.governance.EscalationOwners.Named;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.rep.RepDirectory;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
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
    private final Clock clock;

    QueueEndpoints(Queue queue, EscalationOwners owners, Agreements agreements, RepDirectory reps, Clock clock) {
        this.queue = queue;
        this.owners = owners;
        this.agreements = agreements;
        this.reps = reps;
        this.clock = clock;
    }

    /// @param rep of your own company
    record NewOwner(RepId rep, Reason reason) {}

    /// Who decides what was not decided in time.
    ///
    /// @param rep null while nobody is named
    record OwnerView(
            PartnershipId partnership,
            Ownership standing,
            @Nullable RepId rep,
            @Nullable Reason reason) {}

    /// Who decides.
    enum Ownership {
        /// The admins: nobody is named.
        NOBODY_NAMED,
        /// The admins, until the one who is named accepts it.
        NAMED,
        /// The one who is named, and the admins.
        ACCEPTED,
        /// The admins: the one who was named left.
        LEFT
    }

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
        requireParty(caller, id);
        var named = body.read();
        if (!owners.isActive(caller.company(), named.rep())) {
            throw Problem.invalid("rep", "NOT_ACTIVE", "is no active rep of your company");
        }
        var news = new Named(named.rep(), named.reason(), clock.instant(), null);
        owners.name(id, caller.company(), key.cause(body, 200), news);
        return view(caller, id);
    }

    /// By the one who is named, which shows that the person may decide.
    @PostMapping("/roster/partnerships/{id}/escalation-owner/acceptance")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    OwnerView accept(CompanyCaller caller, @PathVariable PartnershipId id, IdempotencyKey key) {
        requireParty(caller, id);
        var rep = reps.person(caller.company(), caller.person())
                .map(known -> known.rep().rep());
        owners.accept(id, caller.company(), key.cause(200), new Acceptance(rep, clock.instant()));
        return view(caller, id);
    }

    @GetMapping("/roster/partnerships/{id}/escalation-owner")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    OwnerView read(CompanyCaller caller, @PathVariable PartnershipId id) {
        requireParty(caller, id);
        return view(caller, id);
    }

    private void requireParty(CompanyCaller caller, PartnershipId id) {
        if (agreements.of(caller.company(), id).isEmpty()) {
            throw Problem.notFound();
        }
    }

    private OwnerView view(CompanyCaller caller, PartnershipId id) {
        return owners.named(id, caller.company())
                .map(named -> new OwnerView(id, standing(caller, named), named.rep(), named.reason()))
                .orElseGet(() -> new OwnerView(id, Ownership.NOBODY_NAMED, null, null));
    }

    private Ownership standing(CompanyCaller caller, Named named) {
        if (!owners.isActive(caller.company(), named.rep())) {
            return Ownership.LEFT;
        }
        return named.accepted() == null ? Ownership.NAMED : Ownership.ACCEPTED;
    }
}
