package dev.tandem.accounts.alignment;

import dev.tandem.accounts.Crm;
import dev.tandem.contracts.crm.CrmChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Books of generated accounts that come, change and go, and that describe some of the same organisations in words of
/// their own; from a seed. Now and then an account becomes one that nobody else has, and that nobody else may hear of.
final class BookStory {
    private static final List<String> FIRST = List.of(
            "Nordwind", "Kestrel", "Orbis", "Tundra", "Halden", "Brightwater", "Calder", "Delmar", "Eastgate", "Ferro");
    private static final List<String> SECOND = List.of(
            "Logistics", "Foods", "Optics", "Marine", "Textiles", "Energy", "Robotics", "Pharma", "Timber", "Glass");
    private static final List<String> FORMS = List.of("", " GmbH", " Ltd", " Inc.", " S.A.");

    private static final String LETTERS = "bcdfghjklmnpqrstvwxz";

    private final long seed;
    private final Random random;
    private final int accounts;
    private final List<Map<String, String>> markers;
    private final Set<String> secrets = new TreeSet<>();

    /// @param sides how many books there are
    /// @param accounts of each book at most
    BookStory(long seed, int sides, int accounts) {
        this.seed = seed;
        random = new Random(seed);
        this.accounts = accounts;
        markers =
                Stream.<Map<String, String>>generate(TreeMap::new).limit(sides).toList();
    }

    int sides() {
        return markers.size();
    }

    /// What no partner may ever be shown.
    Set<String> secrets() {
        return secrets;
    }

    @Override
    public String toString() {
        return "seed " + seed;
    }

    /// @param side 0 for the first of the books
    record Said(int side, CrmChange change) {}

    List<Said> changes(int count) {
        var changes = new ArrayList<Said>();
        for (var n = 0; n < count; n++) {
            var side = random.nextInt(sides());
            var id = "c" + random.nextInt(accounts);
            changes.add(new Said(side, random.nextInt(12) == 0 ? gone(side, id) : changed(side, id)));
        }
        return changes;
    }

    private CrmChange gone(int side, String id) {
        markers.get(side).remove(id);
        return Crm.deleted("account", id);
    }

    private CrmChange changed(int side, String id) {
        var marker = "version " + random.nextInt(1_000_000_000);
        markers.get(side).put(id, marker);
        var fields = new TreeMap<>(Map.of("industry", marker));
        var organisation = random.nextInt(accounts);
        var first = FIRST.get(organisation % FIRST.size());
        var second = SECOND.get(organisation / FIRST.size() % SECOND.size());
        fields.put("name", misspelt(first) + " " + second + FORMS.get(random.nextInt(FORMS.size())));
        if (random.nextInt(12) == 0) {
            fields.put("name", secret());
            return account(id, fields);
        }
        maybe(fields, "website", first.toLowerCase(java.util.Locale.ROOT) + second.charAt(0) + ".com");
        maybe(fields, "phone", "+49 30 55" + (1000 + organisation));
        maybe(fields, "city", List.of("Kiel", "Ulm", "Jena").get(organisation % 3));
        maybe(fields, "registrationId", "DE HRB " + (70_000 + organisation));
        return account(id, fields);
    }

    private static CrmChange account(String id, Map<String, String> fields) {
        return Crm.account(
                id,
                fields.entrySet().stream()
                        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                        .toArray(String[]::new));
    }

    private String secret() {
        var secret = random.ints(14, 0, LETTERS.length())
                .mapToObj(at -> LETTERS.substring(at, at + 1))
                .collect(Collectors.joining());
        secrets.add(secret);
        return secret;
    }

    private String misspelt(String word) {
        var at = 2 + random.nextInt(word.length() - 3);
        return random.nextInt(6) == 0 ? word.substring(0, at) + word.substring(at + 1) : word;
    }

    private void maybe(Map<String, String> fields, String field, String value) {
        if (random.nextInt(3) > 0) {
            fields.put(field, value);
        }
    }

    /// Of a book, by account: its industry, which is another after each change.
    Map<String, String> markers(int side) {
        return markers.get(side);
    }
}
