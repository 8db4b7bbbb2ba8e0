package dev.tandem.roster.activity;

import static dev.tandem.roster.activity.ActivityFixture.ACME;
import static dev.tandem.roster.activity.ActivityFixture.BECAUSE;
import static dev.tandem.roster.activity.ActivityFixture.JOINT;
import static dev.tandem.roster.activity.ActivityFixture.NINE;
import static dev.tandem.roster.activity.ActivityFixture.NOON;
import static dev.tandem.roster.activity.ActivityFixture.confirmed;
import static dev.tandem.roster.activity.ActivityFixture.judged;
import static dev.tandem.roster.activity.ActivityFixture.met;
import static dev.tandem.roster.activity.ActivityFixture.reported;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.activity.ActivityChanged;
import dev.tandem.contracts.activity.ActivityChanged.Contribution;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class TellingTest {
    private final Activity counted = told(judged(List.of(met("1", NINE, "a1"))).getFirst());

    @Test
    void nothingCountsAnyMoreOfWhatWasCorrectedToNoJointAccount() {
        assertThat(event(counted).contributions()).hasSize(2).allMatch(Contribution::qualityPassed);

        var corrected = told(counted.corrected(reported("1", aboutNothing(counted.facts()))));

        assertThat(event(corrected).jointAccount()).isEqualTo(JOINT);
        assertThat(event(corrected).contributions())
                .hasSize(2)
                .noneMatch(Contribution::qualityPassed)
                .noneMatch(Contribution::retracted)
                .allMatch(each -> each.because().code().equals("NO_JOINT_ACCOUNT"));
        assertThat(event(judged(List.of(confirmed(corrected, "g-a1"))).getFirst())
                        .contributions())
                .noneMatch(Contribution::qualityPassed);
        assertThat(event(corrected.withdrawn(new Said(ACME, BECAUSE, NOON))).contributions())
                .hasSize(2)
                .allMatch(Contribution::retracted);
        var again = confirmed(corrected.corrected(reported("1", counted.facts())), "g-a1");
        assertThat(event(judged(List.of(again)).getFirst()).contributions())
                .hasSize(2)
                .allMatch(Contribution::qualityPassed);
    }

    @Test
    void whatWasNeverAboutAJointAccountIsNotTold() {
        var training = confirmed(reported("2", aboutNothing(counted.facts())), "g-a1");

        assertThat(new Telling(judged(List.of(training)).getFirst()).event()).isEmpty();
    }

    private static ActivityChanged event(Activity activity) {
        return new Telling(activity).event().orElseThrow();
    }

    private static Activity told(Activity activity) {
        return activity.with(activity.published().settled(null, event(activity)));
    }

    private static Facts aboutNothing(Facts was) {
        return new Facts(
                was.kind(),
                was.start(),
                was.minutes(),
                null,
                null,
                was.attended(),
                was.unknown(),
                was.invited(),
                was.evidence());
    }
}
