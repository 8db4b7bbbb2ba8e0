package dev.tandem.credit.goal;

import static dev.tandem.credit.Given.ACME;
import static dev.tandem.credit.Given.GLOBEX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.partnership.JointGoals.Counts;
import dev.tandem.contracts.partnership.JointGoals.Target;
import dev.tandem.credit.ledger.PostedDeals;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final YearMonth FROM = YearMonth.of(2026, 1);
    private static final YearMonth THROUGH = YearMonth.of(2027, 12);

    @Test
    void aSaleCountsOnceInTheJointTargetAndByTheAgreedRuleInEachOwn() {
        var targets = List.of(target(Counts.FULL), target(Counts.CREDITED), target(Counts.OWNER));
        var progress = new Progress(targets);
        PostedDeals.of(50).forEach(progress::add);
        var joint = progress.joint();
        assertThat(joint).allSatisfy(each -> {
            assertThat(each.deals()).isEqualTo(50);
            assertThat(each.reached()).isEqualTo(joint.getFirst().reached());
            assertThat(each.reached().isZero()).isFalse();
        });
        var all = joint.getFirst().reached();
        assertThat(progress.own(targets.get(0), ACME)).isEqualTo(all);
        assertThat(progress.own(targets.get(0), GLOBEX)).isEqualTo(all);
        assertThat(progress.own(targets.get(1), ACME).plus(progress.own(targets.get(1), GLOBEX)))
                .isEqualTo(all);
        assertThat(progress.own(targets.get(2), ACME).plus(progress.own(targets.get(2), GLOBEX)))
                .isEqualTo(all);
    }

    @Test
    void tellsOfAnothersGoalsOnlyWhatHoldsOfAtLeastFivePeople() {
        var target = target(Counts.FULL);
        var four = goals(4, target.id());
        assertThat(GoalAlignment.of(target, GLOBEX, four, false).told()).isFalse();
        assertThat(GoalAlignment.of(target, GLOBEX, four, false).appears()).isNull();
        assertThat(GoalAlignment.of(target, GLOBEX, four, true).people()).isEqualTo(Share.ALL);
        var mixed = goals(4, target.id());
        mixed.addAll(goals(8, null).subList(4, 8));
        var told = GoalAlignment.of(target, GLOBEX, mixed, false);
        assertThat(told.people()).isEqualTo(Share.parse("50%"));
        assertThat(told.weight()).isEqualTo(Share.parse("15%"));
    }

    private static List<Goal> goals(int people, @Nullable String target) {
        var goals = new ArrayList<Goal>();
        for (int i = 0; i < people; i++) {
            goals.add(new Goal(
                    "g" + i,
                    new PartnershipId("p"),
                    target,
                    new RepId("r" + i),
                    List.of(),
                    FROM,
                    THROUGH,
                    Money.of("1.00", "USD"),
                    Share.parse("30%")));
        }
        return goals;
    }

    private static Target target(Counts counts) {
        var id = counts.name().toLowerCase(java.util.Locale.ROOT);
        return new Target(id, FROM, THROUGH, Money.of("1000000.00", "USD"), counts);
    }
}
