package dev.tandem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Matches are a function of what is in the books, not of how it came there.
class OrderTest {
    private static final List<String> STEMS =
            List.of("Orbis", "Nordwind", "Kestrel", "Lumen", "Vega", "Halcyon", "Tundra", "Quarz");
    private static final List<String> TRADES = List.of("Systems", "Logistik", "Foods", "Energy", "Bank", "Holdings");
    private static final List<String> FORMS = List.of("", " GmbH", " Inc.", " SA", " Ltd");
    private static final List<String> CITIES = List.of("", "Kiel", "Lyon", "Leeds");
    private static final List<String> COUNTRIES = List.of("", "DE", "FR", "GB");

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsTheSameWhateverTheOrderOfTheRows(long seed) {
        var random = new Random(seed);
        var a = new ArrayList<>(rows("a", random));
        var b = new ArrayList<>(rows("b", random));
        var before = new HashSet<>(Given.decisions(a, b));
        Collections.shuffle(a, random);
        Collections.shuffle(b, random);
        assertThat(new HashSet<>(Given.decisions(a, b))).isEqualTo(before);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsTheSameWhicheverBookComesFirst(long seed) {
        var random = new Random(seed);
        var a = rows("a", random);
        var b = rows("b", random);
        var turned = Given.decisions(b, a).stream()
                .map(line -> line.replaceAll("(b\\d+)=(a\\d+)", "$2=$1"))
                .toList();
        assertThat(turned).containsExactlyInAnyOrderElementsOf(Given.decisions(a, b));
    }

    private static List<AccountRow> rows(String party, Random random) {
        return IntStream.range(0, 5 + random.nextInt(40))
                .mapToObj(i -> row(party + i, random))
                .toList();
    }

    private static AccountRow row(String id, Random random) {
        var stem = of(STEMS, random);
        var website = random.nextInt(3) == 0 ? stem.toLowerCase(java.util.Locale.ROOT) + ".com" : "";
        var phone = random.nextInt(4) == 0 ? "+4943112345" + random.nextInt(10) : "";
        var name = stem + " " + of(TRADES, random) + of(FORMS, random);
        return new AccountRow(id, name, website, phone, "", of(CITIES, random), "", "", of(COUNTRIES, random), "", "");
    }

    private static String of(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
