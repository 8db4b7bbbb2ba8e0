package dev.tandem.accounts.alignment;

import dev.tandem.accounts.Crm;
import dev.tandem.contracts.crm.CrmChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Two books of generated accounts that come, change and go, and that describe some of the same organisations in
/// words of their own; from a seed.
final class BookStory {
    private static final List<String> FIRST = List.of(
            "Nordwind", "Kestrel", "Orbis", "Tundra", "Halden", "Brightwater", "Calder", "Delmar", "Eastgate", "Ferro");
    private static final List<String> SECOND = List.of(
            "Logistics", "Foods", "Optics", "Marine", "Textiles", "Energy", "Robotics", "Pharma", "Timber", "Glass");
    private static final List<String> FORMS = List.of("", " GmbH", " Ltd", " Inc.", " S.A.");

    private final Random random;
    private final int accounts;
    private final List<Map<String, String>> markers = List.of(new TreeMap<>(), new TreeMap<>());

    /// @param accounts of each book at most
    BookStory(long seed, int accounts) {
        random = new Random(seed);
        this.accounts = accounts;
    }

    /// @param side 0 for the first of the two books
    record Said(int side, CrmChange change) {}

    List<Said> changes(int count) {
        var changes = new ArrayList<Said>();
        for (var n = 0; n < count; n++) {
            var side = random.nextInt(2);
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
        maybe(fields, "website", first.toLowerCase(java.util.Locale.ROOT) + second.charAt(0) + ".com");
        maybe(fields, "phone", "+49 30 55" + (1000 + organisation));
        maybe(fields, "city", List.of("Kiel", "Ulm", "Jena").get(organisation % 3));
        maybe(fields, "registrationId", "DE HRB " + (70_000 + organisation));
        return Crm.account(
                id,
                fields.entrySet().stream()
                        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                        .toArray(String[]::new));
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
