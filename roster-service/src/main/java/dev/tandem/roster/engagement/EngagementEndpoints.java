package dev.tandem.roster.engagement;

import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.engagement.PartyRecord.Moved;
import dev.tandem.roster.engagement.PartyRecord.Told;
import dev.tandem.roster.partnership.Agreements;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Engagements over HTTP: open one, take part, move one's own record, and read all.
@RestController
@RequestMapping("/roster/partnerships/{id}/engagements")
class EngagementEndpoints {
    private static final int PART = 100;

    private final Engagements engagements;
    private final Looking looking;
    private final TellingEngagements telling;
    private final Agreements agreements;
    private final Clock clock;

    EngagementEndpoints(
            Engagements engagements, Looking looking, TellingEngagements telling, Agreements agreements, Clock clock) {
        this.engagements = engagements;
        this.telling = telling;
        this.looking = looking;
        this.agreements = agreements;
        this.clock = clock;
    }

    /// @param opportunity of your own CRM; the others are not shown it
    record NewEngagement(
            @Schema(example = "j-4711") JointAccountId jointAccount,
            @Schema(example = "O-88") @Nullable CrmId opportunity,
            Stage stage,
            Reason reason) {}

    /// @param opportunity of your own CRM, where you take part for the first time; ignored later
    record NewStage(@Schema(example = "OP-7") @Nullable CrmId opportunity, Stage stage, Reason reason) {}

    /// Why the own record is taken back.
    record NoEngagement(Reason reason) {}

    /// That the caller's company says nothing of the engagement any more.
    record EngagementWithdrawn(String engagement, Reason reason) {}

    /// On a joint account that the company sees; a rep, on one that the rep works.
    @PostMapping
    @Allowed({Role.ALLIANCE_MANAGER, Role.REP})
    ResponseEntity<EngagementView> open(
            CompanyCaller caller, @PathVariable PartnershipId id, IdempotencyKey key, Body<NewEngagement> body) {
        var _ = agreements.governed(caller.company(), id);
        var viewer = looking.viewer(caller, id);
        var news = body.read();
        var told = new Told(news.opportunity(), new Moved(news.stage(), news.reason(), clock.instant()));
        var record = PartyRecord.opened(key.documentId(), id, news.jointAccount(), caller.company(), told);
        if (!looking.maySee(viewer, record)) {
            throw Problem.invalid("jointAccount", "UNKNOWN", "is no joint account of the partnership that you work");
        }
        var now = changed(
                id,
                record.id(),
                key.cause(body, 201),
                current -> current.isPresent() ? Change.none() : Change.to(record));
        return ResponseEntity.created(URI.create("/roster/partnerships/%s/engagements/%s".formatted(id, now.id())))
                .body(looking.view(viewer, now));
    }

    @GetMapping
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN, Role.REP})
    Page<EngagementView> list(CompanyCaller caller, @PathVariable PartnershipId id, Paging paging) {
        var viewer = looking.viewer(caller, id);
        var seen = new ArrayList<PartyRecord>();
        var after = paging.after().orElse("");
        List<PartyRecord> part;
        do {
            part = engagements.page(id, after, PART);
            part.stream().filter(opener -> looking.sees(viewer, opener)).forEach(seen::add);
            after = part.isEmpty() ? after : part.getLast().id();
        } while (part.size() == PART && seen.size() < paging.fetch());
        var page = paging.page(seen.subList(0, Math.min(seen.size(), paging.fetch())), PartyRecord::id);
        return new Page<>(
                page.items().stream().map(each -> looking.view(viewer, each)).toList(), page.next());
    }

    @GetMapping("/{engagement}")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN, Role.REP})
    EngagementView read(CompanyCaller caller, @PathVariable PartnershipId id, @PathVariable String engagement) {
        var viewer = looking.viewer(caller, id);
        return looking.view(viewer, looking.found(viewer, id, engagement));
    }

    /// Moves the caller's own record, or begins it: so a party takes part.
    @PostMapping("/{engagement}/stage")
    @Allowed({Role.ALLIANCE_MANAGER, Role.REP})
    EngagementView move(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            @PathVariable String engagement,
            IdempotencyKey key,
            Body<NewStage> body) {
        var viewer = looking.viewer(caller, id);
        var opener = looking.found(viewer, id, engagement);
        var _ = agreements.governed(caller.company(), id);
        var news = body.read();
        var moved = new Moved(news.stage(), news.reason(), clock.instant());
        var _ = changed(
                id,
                own(caller, opener),
                key.cause(body, 200),
                current -> Change.to(current.map(Versioned::state)
                        .map(was -> next(was, moved))
                        .orElseGet(() -> opener.joined(caller.company(), new Told(news.opportunity(), moved)))));
        return looking.view(viewer, opener);
    }

    /// Takes the caller's own record back, for good.
    @PostMapping("/{engagement}/withdrawal")
    @Allowed({Role.ALLIANCE_MANAGER, Role.REP})
    EngagementWithdrawn withdraw(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            @PathVariable String engagement,
            IdempotencyKey key,
            Body<NoEngagement> body) {
        var opener = looking.known(looking.viewer(caller, id), id, engagement);
        var why = body.read().reason();
        var now = changed(id, own(caller, opener), key.cause(body, 200), current -> {
            var was = current.map(Versioned::state)
                    .orElseThrow(() ->
                            Problem.conflict("NOT_TAKING_PART", "Your company says nothing of it.", List.of("stage")));
            if (!was.stands()) {
                throw Problem.conflict("WITHDRAWN", "It was taken back, for good.", List.of());
            }
            return Change.to(was.withdrawn(why));
        });
        return new EngagementWithdrawn(now.engagement(), why);
    }

    private static String own(CompanyCaller caller, PartyRecord opener) {
        return opener.party().equals(caller.company())
                ? opener.id()
                : PartyRecord.id(opener.engagement(), caller.company());
    }

    private PartyRecord changed(PartnershipId id, String record, Cause cause, Decision<PartyRecord> step) {
        var now = Objects.requireNonNull(
                engagements.change(id, record, cause, step).now(), "what is changed exists");
        telling.settle(now.state());
        return now.state();
    }

    private static PartyRecord next(PartyRecord was, Moved moved) {
        was.refused(moved.stage()).ifPresent(refusal -> {
            throw Problem.conflict(refusal.code(), refusal.sentence(), refusal.allowed());
        });
        return was.moved(moved);
    }
}
