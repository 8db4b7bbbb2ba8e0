package dev.tandem.roster.activity;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.activity.Activities.Range;
import dev.tandem.roster.activity.Effort.TeamEffort;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.terms.ActivityNorm;
import dev.tandem.roster.terms.Terms;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What was agreed of joint effort and what was done, over HTTP: of teams, never of single people.
@RestController
class EffortEndpoints {
    private static final int PART = 200;

    private final Activities activities;
    private final Agreements agreements;
    private final WorkingTeams teams;

    EffortEndpoints(Activities activities, Agreements agreements, WorkingTeams teams) {
        this.activities = activities;
        this.agreements = agreements;
        this.teams = teams;
    }

    /// @param norm as in force now; absent where none is agreed
    /// @param teamsAt when it was looked up who works joint accounts
    record Report(YearMonth period, @Nullable ActivityNorm norm, Instant teamsAt, List<TeamEffort> teams) {}

    /// Of what began in a month, by UTC; every party reads the same.
    @GetMapping("/roster/partnerships/{id}/effort")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN, Role.FINANCE})
    Report effort(CompanyCaller caller, @PathVariable PartnershipId id, @RequestParam YearMonth period) {
        var partnership = agreements.governed(caller.company(), id);
        var norm = agreements.termsInForce(id).map(Terms::activityNorm).orElse(null);
        var effort = new Effort(norm, ofMonth(id, period));
        var working = teams.of(id);
        var figures = partnership.parties().stream()
                .map(party -> effort.of(party, working.of(party)))
                .toList();
        return new Report(period, norm, working.at(), figures);
    }

    private List<Activity> ofMonth(PartnershipId id, YearMonth period) {
        var all = new ArrayList<Activity>();
        var after = "";
        List<Activity> part;
        do {
            part = activities.ofMonth(id, period, new Range(after, PART));
            part.stream().filter(Activity::isConfirmed).forEach(all::add);
            after = part.isEmpty() ? after : part.getLast().id();
        } while (part.size() == PART);
        return all;
    }
}
