package dev.tandem.credit.goal;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.partnership.JointGoals.Target;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whether a joint target appears in a party's own goals, and at what weight. Of another company
/// only aggregates over at least five people are told.
///
/// @param told false where too few of the party's people have goals to say anything
/// @param appears null unless told: whether anybody has it among their goals
/// @param people null unless told: what part of those with goals has it
/// @param weight null unless told: the average weight, over those with goals
record GoalAlignment(
        String target,
        CompanyId party,
        boolean told,
        @Nullable Boolean appears,
        @Nullable Share people,
        @Nullable Share weight) {
    static final int PEOPLE_MIN = 5;

    /// @param goals of the party in the partnership
    static GoalAlignment of(Target target, CompanyId party, List<Goal> goals, boolean own) {
        var byRep = goals.stream().filter(goal -> goal.rep() != null).toList();
        var all = byRep.stream().map(Goal::rep).distinct().count();
        if (all == 0 || (!own && all < PEOPLE_MIN)) {
            return new GoalAlignment(target.id(), party, own, own ? false : null, null, null);
        }
        var having = byRep.stream()
                .filter(goal -> Objects.equals(goal.jointTarget(), target.id()))
                .toList();
        var people = having.stream().map(Goal::rep).distinct().count();
        var weight = Share.sum(having.stream().map(Goal::weight).toList()).times(Share.of(1, all));
        return new GoalAlignment(target.id(), party, true, people > 0, Share.of(people, all), weight);
    }
}
