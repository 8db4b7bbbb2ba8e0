package dev.tandem.roster.activity;

import static dev.tandem.roster.activity.ActivityFixture.NINE;
import static dev.tandem.roster.activity.ActivityFixture.confirmed;
import static dev.tandem.roster.activity.ActivityFixture.contested;
import static dev.tandem.roster.activity.ActivityFixture.meeting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.RosterTest;
import dev.tandem.roster.activity.Activities.Range;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Judging each activity by those near it, as they come and change, counts what judging all of them at once counts.
@NullMarked
class SettlingTest extends RosterTest {
    private static final int ACTIVITIES = 40;

    @Autowired
    private Activities activities;

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300})
    void whateverHappensInWhateverOrderTheSameCount(long seed) {
        var random = new Random(seed);
        var partnership = new PartnershipId("settling-" + seed);
        for (int step = 0; step < 3 * ACTIVITIES; step++) {
            move(partnership, random);
        }

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(all(partnership)).noneMatch(Activity::unsettled));

        var all = all(partnership);
        var lacking = new Quality(List.of()).judge(all);
        var counting = new TreeSet<String>();
        all.stream().filter(Activity::passes).map(Activity::id).forEach(counting::add);
        var expected = new TreeSet<String>();
        lacking.forEach((id, reasons) -> {
            if (reasons.isEmpty()) {
                expected.add(id);
            }
        });
        assertThat(counting).as("seed %d", seed).isEqualTo(expected).isNotEmpty();
        assertThat(expected.size()).as("seed %d", seed).isLessThan(lacking.size());
    }

    /// Reports one, or changes one in one of the ways in which it can.
    private void move(PartnershipId partnership, Random random) {
        var id = partnership + "-" + random.nextInt(ACTIVITIES);
        var start = NINE.plusSeconds(60L * random.nextInt(3 * 24 * 60));
        var facts = meeting(start, 20 + random.nextInt(200), "a" + random.nextInt(3));
        var said =
                new Said(ActivityFixture.ACME, ActivityFixture.BECAUSE, Instant.ofEpochSecond(random.nextInt(9_999)));
        var news = Activity.reported(id, partnership, facts, said, said.at());
        int what = random.nextInt(10);
        activities.record(
                partnership,
                id,
                current -> Change.to(current.map(Versioned::state)
                        .map(was -> moved(was, news, what))
                        .orElse(confirmed(news, "g" + what))));
    }

    private static Activity moved(Activity was, Activity news, int what) {
        return switch (what) {
            case 0 -> was.withdrawn(was.reported());
            case 1, 2 -> contested(was);
            case 3, 4 -> was.corrected(news);
            default -> confirmed(was, "g" + what);
        };
    }

    private List<Activity> all(PartnershipId partnership) {
        return activities.page(partnership, new Range("", 200));
    }
}
