package dev.tandem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is not compared could not have been kept: the bound is held to the very bits of each pair.
class ReachTest {
    private static final List<String> WORDS = List.of(
            "Orbis",
            "Nordwind",
            "Kestrel",
            "Lumen",
            "Orbic",
            "Foods",
            "Bank",
            "66",
            "France",
            "Kiel",
            "IBM",
            "Iris Baltic Metal");
    private static final List<String> FORMS = List.of("", " GmbH", " Inc.", " SA");
    private static final List<String> CITIES = List.of("", "Kiel", "Lyon", "Bad Kiel", "New York", "York");
    private static final List<String> COUNTRIES = List.of("", "DE", "FR", "US");
    private static final List<String> SITES =
            List.of("", "orbis.com", "orbis.de", "orbisfoods.com", "lumen.com", "ibm.com", "on.com", "kestrel.fr");
    private static final List<String> PHONES = List.of("", "", "+4943112345", "+4943112346");
    private static final List<String> NUMBERS = List.of("", "", "12345678", "12345679", "DE123456");
    private static final int OTHERS = 3_000;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverPassesOverAPairThatComesToTheFloor(long seed) {
        var random = new Random(seed);
        var a = Given.book(rows("a", random));
        var b = Given.book(rows("b", random));
        var statistics = Statistics.of(Given.book(others()));
        a.weigh(statistics);
        b.weigh(statistics);
        var comparison = new Comparison(Weights.shipped());
        var reach = new Reach(Weights.shipped());
        var glance = glance(a, b);
        var common = new Commonness(new KeyIndex(), new KeyIndex(), statistics);
        for (var pair = 0; pair < a.size * b.size; pair++) {
            var i = pair / b.size;
            var k = pair % b.size;
            var bits = comparison.compare(a, i, b, k, common);
            assertThat(reach.canReach(bits, a, i, b, k, common))
                    .as("%s and %s: %s", a.id(i), b.id(k), comparison.explanation())
                    .isTrue();
            assertThat(glance.mayReach(bits, i, k))
                    .as("%s and %s at a glance: %s", a.id(i), b.id(k), comparison.explanation())
                    .isTrue();
        }
    }

    @Test
    void passesOverMostPairsOfDifferentCountriesAndCities() {
        var a = Given.book(
                List.of(new AccountRow("a", "Kestrel Foods", "", "+4943112345", "", "Kiel", "", "", "DE", "", "")));
        var b = Given.book(
                List.of(new AccountRow("b", "Kestrel Bank", "", "+33143112346", "", "Lyon", "", "", "FR", "", "")));
        assertThat(glance(a, b).mayReach(Alignment.FLOOR, 0, 0)).isFalse();
    }

    private static Glance glance(Book a, Book b) {
        var glance = new Glance(a, b, Weights.shipped());
        IntStream.range(0, a.size).forEach(glance::lookAtA);
        IntStream.range(0, b.size).forEach(glance::lookAtB);
        return glance;
    }

    /// A book large enough for words to be rare in it; some of the words are common there.
    private static List<AccountRow> others() {
        return IntStream.range(0, OTHERS)
                .mapToObj(i -> AccountRow.named("o" + i, WORDS.get(3 + i % 8) + (i % 3 == 0 ? "" : " Other" + i)))
                .toList();
    }

    private static List<AccountRow> rows(String party, Random random) {
        return new ArrayList<>(
                IntStream.range(0, 15).mapToObj(i -> row(party + i, random)).toList());
    }

    private static AccountRow row(String id, Random random) {
        var name = of(WORDS, random)
                + (random.nextInt(3) > 0 ? " " + of(WORDS, random) : "")
                + (random.nextInt(3) == 0 ? " " + of(WORDS, random) : "")
                + of(FORMS, random);
        return new AccountRow(
                id,
                name,
                of(SITES, random),
                of(PHONES, random),
                random.nextInt(5) == 0 ? "Main Street " + random.nextInt(2) : "",
                of(CITIES, random),
                "",
                random.nextInt(5) == 0 ? "2410" + random.nextInt(2) : "",
                of(COUNTRIES, random),
                of(NUMBERS, random),
                random.nextInt(6) == 0 ? "parent" : "");
    }

    private static String of(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
