package dev.tandem.roster.activity;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.roster.activity.Activity.Present;
import dev.tandem.roster.terms.ActivityNorm;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a company's people did together with the others' in a month, all of them taken together, in one unit for every
/// company: an activity of a rep that passed the quality test.
///
/// @param norm null where none is agreed
/// @param activities confirmed ones, each once
record Effort(@Nullable ActivityNorm norm, List<Activity> activities) {
    /// Of fewer people nothing is told, since it would tell of single ones.
    static final int PEOPLE_MIN = 5;

    /// A company's figures, the same for every reader.
    ///
    /// @param people who work a joint account or took part; null, like all that follow, where they are too few
    /// @param agreed how many activities that pass are expected of them together; null where no norm is agreed
    /// @param good how many passed, of each rep no more than are expected of one
    /// @param notGood how many were confirmed and did not pass: they are worth nothing
    /// @param minutes of people in activities that passed, coaching aside; `agreedMinutes` what the norm comes to
    /// @param inclusion whether the partners were asked to come to what the company reported
    record TeamEffort(
            CompanyId company,
            @Nullable Integer people,
            @Nullable Integer agreed,
            @Nullable Integer good,
            @Nullable Integer notGood,
            @Nullable Integer agreedMinutes,
            @Nullable Integer minutes,
            @Nullable Integer agreedCoachingMinutes,
            @Nullable Integer coachingMinutes,
            @Nullable Inclusion inclusion,
            @Nullable Reason suppressed) {

        static TeamEffort suppressed(CompanyId company) {
            var reason = new Reason("FEWER_THAN_FIVE", "Figures are of five people at least, never of single ones.");
            return new TeamEffort(company, null, null, null, null, null, null, null, null, null, reason);
        }
    }

    /// Of the activities that the company reported: to how many it asked a partner, and to how many one came.
    record Inclusion(int reported, int invited, int came) {}

    Effort {
        activities = activities.stream().filter(Activity::isConfirmed).toList();
    }

    /// @param assigned who works a joint account now
    TeamEffort of(CompanyId company, Set<RepId> assigned) {
        var people = new HashSet<>(assigned);
        activities.forEach(activity -> attending(activity, company).forEach(each -> people.add(each.rep())));
        return people.size() < PEOPLE_MIN ? TeamEffort.suppressed(company) : team(company, people.size());
    }

    private TeamEffort team(CompanyId company, int people) {
        var each = norm == null ? null : people * norm.perRepAndMonth();
        var coaching = norm == null || norm.coachingMinutes() == null ? null : people * norm.coachingMinutes();
        return new TeamEffort(
                company,
                people,
                each,
                good(company),
                (int) participations(company, false),
                norm == null || each == null ? null : each * norm.minutesMin(),
                minutes(company, false),
                coaching,
                minutes(company, true),
                inclusion(company),
                null);
    }

    private long participations(CompanyId company, boolean passed) {
        return activities.stream()
                .filter(activity -> activity.passes() == passed)
                .mapToLong(activity -> attending(activity, company).size())
                .sum();
    }

    /// One busy rep does not stand for the others.
    private int good(CompanyId company) {
        var byRep = new HashMap<RepId, Integer>();
        activities.stream()
                .filter(Activity::passes)
                .forEach(activity ->
                        attending(activity, company).forEach(each -> byRep.merge(each.rep(), 1, Integer::sum)));
        return byRep.values().stream()
                .mapToInt(count -> norm == null ? count : Math.min(count, norm.perRepAndMonth()))
                .sum();
    }

    private int minutes(CompanyId company, boolean coaching) {
        return activities.stream()
                .filter(activity -> activity.passes() && (activity.facts().kind() == Kind.COACHING) == coaching)
                .mapToInt(activity -> activity.facts().minutes()
                        * attending(activity, company).size())
                .sum();
    }

    private Inclusion inclusion(CompanyId company) {
        var own = activities.stream()
                .filter(activity -> activity.by().equals(company))
                .toList();
        return new Inclusion(
                own.size(),
                (int) own.stream()
                        .filter(activity -> !activity.facts().invited().isEmpty())
                        .count(),
                (int) own.stream()
                        .filter(activity -> isVisited(activity, company))
                        .count());
    }

    private static boolean isVisited(Activity activity, CompanyId company) {
        return activity.present().stream().anyMatch(each -> !each.company().equals(company));
    }

    private static List<Present> attending(Activity activity, CompanyId company) {
        return activity.present().stream()
                .filter(each -> each.company().equals(company))
                .toList();
    }
}
