package dev.tandem.roster.activity;

import static dev.tandem.roster.activity.ActivityFixture.ACME;
import static dev.tandem.roster.activity.ActivityFixture.BECAUSE;
import static dev.tandem.roster.activity.ActivityFixture.GLOBEX;
import static dev.tandem.roster.activity.ActivityFixture.JOINT;
import static dev.tandem.roster.activity.ActivityFixture.NINE;
import static dev.tandem.roster.activity.ActivityFixture.NOON;
import static dev.tandem.roster.activity.ActivityFixture.NORM;
import static dev.tandem.roster.activity.ActivityFixture.confirmed;
import static dev.tandem.roster.activity.ActivityFixture.contested;
import static dev.tandem.roster.activity.ActivityFixture.judged;
import static dev.tandem.roster.activity.ActivityFixture.meeting;
import static dev.tandem.roster.activity.ActivityFixture.met;
import static dev.tandem.roster.activity.ActivityFixture.reported;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class QualityTest {
    private static final Set<RepId> TEAM =
            IntStream.range(0, 6).mapToObj(i -> new RepId("a" + i)).collect(Collectors.toSet());

    @Test
    void whatLacksWhatWasAgreedSaysWhat() {
        var facts = meeting(NINE, 30, "a1");
        var unevidenced =
                new Facts(facts.kind(), NINE, 30, JOINT, null, facts.attended(), List.of(), facts.invited(), List.of());

        assertThat(codes(confirmed(reported("1", facts), "g1"))).isEmpty();
        assertThat(codes(confirmed(reported("1", meeting(NINE, 19, "a1")), "g1")))
                .containsExactly("TOO_SHORT");
        assertThat(codes(confirmed(reported("1", facts)))).containsExactly("ONE_SIDED");
        assertThat(codes(confirmed(reported("1", unevidenced), "g1"))).containsExactly("NO_EVIDENCE");
        assertThat(judged(List.of(reported("1", facts))).getFirst().passes()).isFalse();
    }

    @Test
    void nobodyIsCountedAtTwoPlacesAtOnceNorTwiceADayForOneAccount() {
        var first = met("1", NINE, "a1");
        var overlapping = confirmed(reported("2", elsewhere(meeting(NINE.plusSeconds(600), 30, "a1"))), "g9");
        var again = met("3", NINE.plusSeconds(7_200), "a1");
        var others = met("4", NINE, "a2");

        assertThat(judged(List.of(again, first, others, overlapping)))
                .extracting(Activity::passes)
                .containsExactly(false, true, true, false);
    }

    @Test
    void midnightMakesNothingCountTwice() {
        var late = NINE.plusSeconds(14 * 3_600 + 1_800);
        var evening = met("1", late, "a1");
        var overlapping = confirmed(reported("2", elsewhere(meeting(late.plusSeconds(1_200), 30, "a1"))), "g9");
        var afterMidnight = met("3", late.plusSeconds(2_400), "a1");
        var nextDay = met("4", late.plusSeconds(11 * 3_600), "a1");
        var nextNoon = met("5", late.plusSeconds(13 * 3_600), "a1");

        var judged = judged(List.of(evening, overlapping, afterMidnight, nextDay, nextNoon));

        assertThat(judged).extracting(Activity::passes).containsExactly(true, false, false, false, true);
        assertThat(evening.day()).isEqualTo("2026-03-02");
        assertThat(afterMidnight.day()).isEqualTo("2026-03-03");
    }

    @Test
    void oneThatGoesOnPastTheEndOfAMonthCountsOnceInTheMonthInWhichItBegan() {
        var last = met("1", java.time.Instant.parse("2026-03-31T23:45:00Z"), "a1");

        assertThat(last.month()).isEqualTo(java.time.YearMonth.of(2026, 3));
        assertThat(new Effort(NORM, judged(List.of(last))).of(ACME, TEAM).minutes())
                .isEqualTo(30);
    }

    @Test
    void oneNoOutweighsAnothersYes() {
        var other = new Said(new CompanyId("initech"), BECAUSE, NOON);
        var contested = met("1", NINE, "a1").with(new Word(Verdict.CONTESTED, other, List.of()));

        assertThat(contested.isConfirmed()).isFalse();
        assertThat(judged(List.of(contested)).getFirst().passes()).isFalse();
    }

    @Test
    void oneThatIsWithdrawnMakesRoomForTheNext() {
        var first = met("1", NINE, "a1");
        var again = met("2", NINE.plusSeconds(7_200), "a1");

        var after = judged(List.of(first.withdrawn(first.reported()), again));

        assertThat(after).extracting(Activity::passes).containsExactly(false, true);
    }

    /// Whatever is added that is short, one-sided, without evidence, unconfirmed, contested or a repetition.
    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300, 4_000, 50_000})
    void volumeAloneEarnsNothing(long seed) {
        var random = new Random(seed);
        var honest = honest(random);
        var before = good(honest);
        var farmed = new ArrayList<>(honest);

        IntStream.range(0, 200).forEach(i -> farmed.add(worthless(random, i, honest)));

        assertThat(good(farmed)).as("seed %d", seed).isEqualTo(before);
        var same = judged(farmed).stream().filter(Activity::passes).map(Activity::id);
        assertThat(same).allMatch(id -> id.startsWith("0-honest"));
    }

    @Test
    void oneBusyRepDoesNotFulfilTheNormOfATeam() {
        var busy = IntStream.range(0, 20)
                .mapToObj(i -> met("b" + i, NINE.plusSeconds(86_400L * i), "a1"))
                .toList();

        assertThat(good(busy)).isEqualTo(NORM.perRepAndMonth());
    }

    @Test
    void figuresOfFewerThanFivePeopleAreNotTold() {
        var effort = new Effort(NORM, judged(List.of(met("1", NINE, "a1"))));

        var few = effort.of(ACME, Set.of(new RepId("a1"), new RepId("a2"), new RepId("a3"), new RepId("a4")));

        assertThat(few.good()).isNull();
        assertThat(few.suppressed()).isNotNull();
        assertThat(effort.of(ACME, TEAM).good()).isEqualTo(1);
        assertThat(effort.of(ACME, TEAM).minutes()).isEqualTo(30);
        assertThat(effort.of(ACME, TEAM).inclusion()).isEqualTo(new Effort.Inclusion(1, 1, 1));
        assertThat(effort.of(GLOBEX, TEAM).agreed()).isEqualTo((TEAM.size() + 1) * NORM.perRepAndMonth());
    }

    private static Integer good(List<Activity> activities) {
        var good = new Effort(NORM, judged(activities)).of(ACME, TEAM).good();
        assertThat(good).isNotNull();
        return good;
    }

    private static List<Activity> honest(Random random) {
        return IntStream.range(0, 1 + random.nextInt(8))
                .mapToObj(i -> met("0-honest" + i, NINE.plusSeconds(3_600L * i), "a" + i))
                .toList();
    }

    private static Activity worthless(Random random, int i, List<Activity> honest) {
        var rep = "a" + random.nextInt(6);
        var start = NINE.plusSeconds(60L * random.nextInt(600));
        var other = honest.get(random.nextInt(honest.size()));
        var facts = meeting(start, 20 + random.nextInt(60), rep);
        var id = "1-farmed" + i;
        return switch (random.nextInt(5)) {
            case 0 -> confirmed(reported(id, elsewhere(meeting(start, random.nextInt(20), rep))), "g1");
            case 1 -> confirmed(reported(id, facts));
            case 2 -> reported(id, facts);
            case 3 -> contested(reported(id, facts));
            default -> confirmed(reported(id, sameAs(other.facts())), "g1");
        };
    }

    private static Facts sameAs(Facts facts) {
        return facts.attendedBy(facts.attended(), List.of());
    }

    private static Facts elsewhere(Facts facts) {
        return new Facts(
                facts.kind(),
                facts.start(),
                facts.minutes(),
                new JointAccountId("j2"),
                null,
                facts.attended(),
                List.of(),
                facts.invited(),
                facts.evidence());
    }

    private static Stream<String> codes(Activity activity) {
        var judgement = judged(List.of(activity)).getFirst().published().judgement();
        return judgement == null
                ? Stream.of("NONE")
                : judgement.lacking().stream().map(Reason::code);
    }
}
