package dev.tandem.roster.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.roster.recognition.Recognition.Behaviour;
import dev.tandem.roster.recognition.Recognition.Person;
import dev.tandem.roster.recognition.Recognition.RecognitionAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class CountingTest {
    private static final CompanyId ACME = new CompanyId("acme");
    private static final CompanyId GLOBEX = new CompanyId("globex");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void whatIsConfirmedByTheOtherSideCountsAndNothingElseDoes() {
        var confirmed = confirmed(said("1", acme(1), globex(1), "m1", 0));

        assertThat(codes(List.of(confirmed))).isEmpty();
        assertThat(codes(List.of(said("1", acme(1), globex(1), "m1", 0)))).containsExactly("NOT_CONFIRMED");
        assertThat(codes(List.of(confirmed(said("1", acme(1), acme(1), "m1", 0)))))
                .containsExactly("OWN");
    }

    @Test
    void praisingEachOtherCountsOnce() {
        var first = confirmed(said("1", acme(1), globex(1), "m1", 0));
        var inReturn = confirmed(said("2", globex(1), acme(1), "m1", 1));
        var again = confirmed(said("3", acme(1), globex(1), "m2", 2));
        var sameMeeting = confirmed(said("4", acme(2), globex(1), "m1", 3));

        assertThat(codes(List.of(sameMeeting, again, inReturn, first)))
                .containsExactlyInAnyOrder("IN_RETURN", "SAME_TWO", "SAME_ACTIVITY");
    }

    /// A ring of colluding reps of both companies, all confirming whatever they say of each other.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 30, 400, 5_000, 60_000})
    void noRingGetsMoreThanTheLimitsHoweverMuchItSays(long seed) {
        var random = new Random(seed);
        var ring = IntStream.range(0, 4)
                .boxed()
                .flatMap(i -> List.of(acme(i), globex(i)).stream())
                .toList();
        var all = IntStream.range(0, 400)
                .mapToObj(i -> attempt(random, i, ring))
                .collect(Collectors.toCollection(ArrayList::new));

        var counted = counted(all);

        assertThat(mostOf(counted, Recognition::to)).as("seed %d", seed).isLessThanOrEqualTo(Counting.RECEIVED_MAX);
        assertThat(mostOf(counted, Recognition::from)).as("seed %d", seed).isLessThanOrEqualTo(Counting.GIVEN_MAX);
        var pairs = new HashSet<List<String>>();
        assertThat(counted).allMatch(each -> pairs.add(pair(each)));
        assertThat(counted).allMatch(Recognition::isConfirmed);
        Collections.shuffle(all, random);
        assertThat(counted(all)).containsExactlyInAnyOrderElementsOf(counted);
    }

    /// What is not confirmed changes nothing, however much of it there is.
    @ParameterizedTest
    @ValueSource(longs = {7, 88, 999})
    void whatNobodyConfirmsTakesNothingFromOthers(long seed) {
        var random = new Random(seed);
        var ring = List.of(acme(0), globex(0), acme(1), globex(1));
        var honest =
                IntStream.range(0, 10).mapToObj(i -> attempt(random, i, ring)).toList();
        var flooded = new ArrayList<>(honest);
        IntStream.range(0, 100)
                .forEach(i -> flooded.add(said("0-flood" + i, acme(0), globex(0), "m" + i, -1 - random.nextInt(99))));

        assertThat(counted(flooded)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(counted(honest));
    }

    private static Recognition attempt(Random random, int i, List<Person> ring) {
        var from = ring.get(random.nextInt(ring.size()));
        var to = ring.get(random.nextInt(ring.size()));
        var said = said("r" + i, from, to, "m" + random.nextInt(30), random.nextInt(1_000));
        return random.nextInt(5) == 0 ? said : confirmed(said);
    }

    private static List<String> pair(Recognition each) {
        return List.of(each.from().rep().value(), each.to().rep().value()).stream()
                .sorted()
                .toList();
    }

    private static List<Recognition> counted(List<Recognition> all) {
        var without = new Counting(all).without();
        return all.stream().filter(each -> !without.containsKey(each.id())).toList();
    }

    private static long mostOf(List<Recognition> counted, Function<Recognition, Person> by) {
        return counted.stream().collect(Collectors.groupingBy(by, Collectors.counting())).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private static List<String> codes(List<Recognition> all) {
        return new Counting(all).without().values().stream().map(Reason::code).toList();
    }

    private static Person acme(int i) {
        return new Person(ACME, new RepId("a" + i));
    }

    private static Person globex(int i) {
        return new Person(GLOBEX, new RepId("g" + i));
    }

    private static Recognition said(String id, Person from, Person to, String activity, int minute) {
        var said = new Said(from.company(), new Reason("HELPED", "Helped."), NOON.plusSeconds(60L * minute));
        return new Recognition(id, new PartnershipId("p"), from, to, Behaviour.SHARED_KNOWLEDGE, activity, said, null);
    }

    private static Recognition confirmed(Recognition was) {
        var other = was.from().company().equals(ACME) ? GLOBEX : ACME;
        return was.answered(new RecognitionAnswer(true, new Said(other, new Reason("SEEN", "Seen."), NOON)));
    }
}
