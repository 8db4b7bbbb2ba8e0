package dev.tandem.engine;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/// Accounts that resemble each other in all ways, from a seed.
final class Invented {
    private static final List<String> STEMS = List.of(
            "Orbis", "Nordwind", "Kestrel", "Lumen", "Vega", "Halcyon", "Tundra", "Quarz", "Nordwynd", "Halcion");
    private static final List<String> TRADES = List.of("Systems", "Logistik", "Foods", "Energy", "Bank", "Holdings");
    private static final List<String> FORMS = List.of("", " GmbH", " Inc.", " SA", " Ltd");
    private static final List<String> CITIES = List.of("", "Kiel", "Lyon", "Leeds");
    private static final List<String> COUNTRIES = List.of("", "DE", "FR", "GB");

    private Invented() {}

    static List<AccountRow> rows(String party, Random random) {
        return IntStream.range(0, 5 + random.nextInt(40))
                .mapToObj(i -> row(party + i, random))
                .toList();
    }

    /// Of large books, where some of the words are common and others so rare that they may be slips.
    static Snapshot snapshot(Random random) {
        var book = new Book();
        for (var i = 0; i < 1_000; i++) {
            book.add(AccountRow.named("s" + i, STEMS.get(random.nextInt(7)) + " " + of(TRADES, random)));
        }
        return new Snapshot(Statistics.of(book), 1, Snapshot.MARGIN);
    }

    static String site(Random random, List<String> stems) {
        return of(stems, random).toLowerCase(Locale.ROOT) + ".com";
    }

    static AccountRow row(String id, Random random) {
        return row(id, random, STEMS);
    }

    /// @param stems the first words of names
    static AccountRow row(String id, Random random, List<String> stems) {
        var stem = of(stems, random);
        var website = random.nextInt(3) == 0 ? stem.toLowerCase(Locale.ROOT) + ".com" : "";
        var phone = random.nextInt(4) == 0 ? "+4943112345" + random.nextInt(10) : "";
        var name = stem + " " + of(TRADES, random) + of(FORMS, random);
        return new AccountRow(id, name, website, phone, "", of(CITIES, random), "", "", of(COUNTRIES, random), "", "");
    }

    private static String of(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
