package dev.tandem.roster.activity;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.activity.Activities.Range;
import dev.tandem.roster.activity.ActivityView.Viewer;
import dev.tandem.roster.partnership.Agreements;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
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

/// Activities over HTTP: report one that is over, and read all. What others do to it is in [AnswerEndpoints].
@RestController
@RequestMapping("/roster/partnerships/{id}/activities")
class ActivityEndpoints {
    private static final int PART = 100;

    private final Activities activities;
    private final Reporting reporting;
    private final Agreements agreements;

    ActivityEndpoints(Activities activities, Reporting reporting, Agreements agreements) {
        this.activities = activities;
        this.reporting = reporting;
        this.agreements = agreements;
    }

    /// @param deal towards which alone it was; without it, towards all of the joint account
    /// @param attended your own reps who took part
    /// @param invited other parties that were asked to come; they name their people themselves
    /// @param evidence where it can be looked up
    record NewActivity(
            @Schema(example = "MEETING") Kind kind,
            @Schema(example = "2026-03-02T09:00:00Z") Instant start,
            @Schema(example = "45") @Min(1) @Max(720) int minutes,
            @Schema(example = "j-4711") @Nullable JointAccountId jointAccount,
            @Nullable DealId deal,
            @Size(min = 1, max = Reporting.PEOPLE_MAX) List<Attendee> attended,
            @Size(max = 10) List<CompanyId> invited,

            @Schema(example = "[\"calendar:8842\"]") @Size(max = 10)
            List<@NotBlank @Size(max = Reporting.EVIDENCE_LENGTH_MAX) String> evidence,

            Reason reason) {
        Facts facts() {
            return new Facts(kind, start, minutes, jointAccount, deal, attended, List.of(), invited, evidence);
        }
    }

    @PostMapping
    @Allowed({Role.ALLIANCE_MANAGER, Role.REP})
    ResponseEntity<ActivityView> report(
            CompanyCaller caller, @PathVariable PartnershipId id, IdempotencyKey key, Body<NewActivity> body) {
        var partnership = agreements.governed(caller.company(), id);
        var news = body.read();
        check(partnership, caller, news);
        var said = new Said(caller.company(), news.reason(), reporting.now());
        var activity = Activity.reported(key.documentId(), id, news.facts(), said, reporting.confirmBy());
        var outcome = activities.change(id, activity.id(), key.cause(body, 201), current -> {
            if (current.isEmpty() && activities.ofDay(id, activity.day()).size() >= Activities.OF_A_DAY_MAX) {
                throw Problem.conflict("TOO_MANY", "A day has 500 activities at most.", List.of());
            }
            return current.isPresent() ? Change.none() : Change.to(activity);
        });
        var view = ActivityView.of(Objects.requireNonNull(outcome.now()).state(), viewer(caller, partnership));
        return ResponseEntity.created(URI.create("/roster/partnerships/%s/activities/%s".formatted(id, activity.id())))
                .body(view);
    }

    private void check(PartnershipChanged partnership, CompanyCaller caller, NewActivity news) {
        var violations = reporting.violations(partnership, caller.company(), news.facts());
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        if (news.deal() != null && news.jointAccount() == null) {
            throw Problem.invalid("jointAccount", "REQUIRED", "name the joint account of the deal");
        }
        if (reporting.isAboutNothingJoint(partnership.partnership(), news.facts())) {
            throw Problem.invalid("jointAccount", "UNKNOWN", "is no joint account of the partnership");
        }
        if (!caller.has(Role.ALLIANCE_MANAGER)
                && !reporting.isAmong(caller.company(), caller.person(), news.attended())) {
            throw Problem.invalid("attended", "NOT_YOU", "a rep reports only what the rep took part in");
        }
    }

    /// While no agreement is in force, those alone that the caller's company reported.
    @GetMapping
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    Page<ActivityView> list(CompanyCaller caller, @PathVariable PartnershipId id, Paging paging) {
        var viewer = viewer(caller, agreements.of(caller.company(), id).orElseThrow(Problem::notFound));
        var seen = new ArrayList<ActivityView>();
        var after = paging.after().orElse("");
        List<Activity> part;
        do {
            part = activities.page(id, new Range(after, PART));
            part.stream().filter(viewer::sees).forEach(each -> seen.add(ActivityView.of(each, viewer)));
            after = part.isEmpty() ? after : part.getLast().id();
        } while (part.size() == PART && seen.size() < paging.fetch());
        return paging.page(seen.subList(0, Math.min(seen.size(), paging.fetch())), ActivityView::activity);
    }

    @GetMapping("/{activity}")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    ActivityView read(CompanyCaller caller, @PathVariable PartnershipId id, @PathVariable String activity) {
        var viewer = viewer(caller, agreements.of(caller.company(), id).orElseThrow(Problem::notFound));
        return activities
                .find(id, activity)
                .filter(viewer::sees)
                .map(found -> ActivityView.of(found, viewer))
                .orElseThrow(Problem::notFound);
    }

    private Viewer viewer(CompanyCaller caller, PartnershipChanged partnership) {
        return new Viewer(caller.company(), partnership.inForce().isPresent(), reporting.now());
    }
}
