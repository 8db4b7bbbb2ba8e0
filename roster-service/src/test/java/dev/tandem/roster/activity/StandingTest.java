package dev.tandem.roster.activity;

import static dev.tandem.roster.activity.ActivityFixture.ACME;
import static dev.tandem.roster.activity.ActivityFixture.BECAUSE;
import static dev.tandem.roster.activity.ActivityFixture.GLOBEX;
import static dev.tandem.roster.activity.ActivityFixture.NINE;
import static dev.tandem.roster.activity.ActivityFixture.NOON;
import static dev.tandem.roster.activity.ActivityFixture.confirmed;
import static dev.tandem.roster.activity.ActivityFixture.contested;
import static dev.tandem.roster.activity.ActivityFixture.judged;
import static dev.tandem.roster.activity.ActivityFixture.meeting;
import static dev.tandem.roster.activity.ActivityFixture.met;
import static dev.tandem.roster.activity.ActivityFixture.reported;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.contracts.RepId;
import dev.tandem.contracts.activity.ActivityChanged.Contribution;
import dev.tandem.kit.web.ProblemException;
import dev.tandem.roster.activity.Standing.Move;
import dev.tandem.roster.activity.Standing.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class StandingTest {
    private static final Instant LATE = NOON.plusSeconds(86_400);

    private final Activity reported = reported("1", meeting(NINE, 30, "a1"));

    @Test
    void eachSideDoesItsOwnPartOnly() {
        assertStands(reported, NOON, Status.REPORTED, List.of("withdrawal"), List.of("confirmation", "contest"));
        assertStands(
                confirmed(reported, "g1"),
                NOON,
                Status.CONFIRMED,
                List.of("acknowledgement", "withdrawal"),
                List.of("contest"));
        assertStands(confirmed(reported), NOON, Status.CONFIRMED, List.of("withdrawal"), List.of("contest"));
        assertStands(contested(reported), NOON, Status.CONTESTED, List.of("withdrawal"), List.of("confirmation"));
        assertStands(reported.withdrawn(new Said(ACME, BECAUSE, NOON)), NOON, Status.WITHDRAWN, List.of(), List.of());
    }

    @Test
    void whatNobodyConfirmsInTimeDoesNotCount() {
        assertStands(reported, LATE, Status.LAPSED, List.of("withdrawal"), List.of());
        assertStands(confirmed(reported), LATE, Status.CONFIRMED, List.of("withdrawal"), List.of("contest"));
        assertThatThrownBy(() -> new Standing(reported, LATE).require(Move.CONFIRMATION, GLOBEX))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("LAPSED");
    }

    @Test
    void theReportingSideCannotConfirmItsOwnReport() {
        assertThatThrownBy(() -> new Standing(reported, NOON).require(Move.CONFIRMATION, ACME))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void correctedFactsAreToBeConfirmedAnew() {
        var corrected = confirmed(reported, "g1").corrected(reported("1", meeting(NINE, 90, "a1", "a2")));

        assertThat(new Standing(corrected, NOON).status()).isEqualTo(Status.REPORTED);
        assertThat(corrected.passes()).isFalse();
    }

    @Test
    void whatWasToldIsTakenBackWithTheActivity() {
        var told = judged(List.of(met("1", NINE, "a1"))).getFirst();
        var event = new Telling(told).event().orElseThrow();
        var standing = told.with(told.published().settled(null, event));

        assertThat(event.confirmedBy()).containsExactly(GLOBEX);
        assertThat(event.contributions()).allMatch(Contribution::qualityPassed).hasSize(2);
        assertThat(new Telling(reported).event()).isEmpty();
        var back = new Telling(standing.withdrawn(told.reported())).event().orElseThrow();
        assertThat(back.contributions()).hasSize(2).allMatch(Contribution::retracted);
        var contested = new Telling(contested(standing)).event().orElseThrow();
        assertThat(contested.contributions()).hasSize(2).noneMatch(Contribution::qualityPassed);
        assertThat(contested.contributions().getLast().rep()).isEqualTo(new RepId("g-a1"));
        assertThat(contested.contributions().getLast().because().code()).isEqualTo("DID_NOT_TAKE_PART");
    }

    private static void assertStands(
            Activity activity, Instant now, Status status, List<String> toAcme, List<String> toGlobex) {
        var standing = new Standing(activity, now);
        assertThat(standing.status()).isEqualTo(status);
        assertThat(standing.allowedWords(ACME)).isEqualTo(toAcme);
        assertThat(standing.allowedWords(GLOBEX)).isEqualTo(toGlobex);
    }
}
