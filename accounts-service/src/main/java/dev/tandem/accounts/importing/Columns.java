package dev.tandem.accounts.importing;

import dev.tandem.accounts.account.AccountRecords;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a file may call its columns: `id` and the fields of an account, each also in words joined by underscores
/// (`registrationId` or `registration_id`).
final class Columns {
    /// A header with more is no book of accounts.
    static final int MAX = 100;
    private static final Map<String, String> NAMES = names();

    private Columns() {}

    private static Map<String, String> names() {
        var names = new HashMap<>(Map.of("id", "id"));
        AccountRecords.FIELDS.forEach(field -> {
            names.put(field, field);
            names.put(field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT), field);
        });
        return Map.copyOf(names);
    }

    /// The column's name here.
    static Optional<String> known(String name) {
        return Optional.ofNullable(NAMES.get(name.strip()));
    }

    /// The columns of a header line; empty when there is something wrong with it, which is then among the findings.
    static List<String> of(List<String> header, String where, Findings findings) {
        if (header.size() > MAX) {
            findings.add(where, "TOO_MANY_COLUMNS", "has " + header.size() + " columns; a book has at most " + MAX);
            return List.of();
        }
        header.stream().filter(name -> known(name).isEmpty()).forEach(name -> unknown(name, where, findings));
        var names = header.stream().flatMap(name -> known(name).stream()).toList();
        if (Set.copyOf(names).size() < names.size() || Set.copyOf(header).size() < header.size()) {
            findings.add(where, "COLUMN_TWICE", "names a column twice");
        }
        for (var needed : List.of("id", "name")) {
            if (!names.contains(needed)) {
                findings.add(where, "COLUMN_MISSING", "must name the column " + needed);
            }
        }
        return findings.isEmpty() ? names : List.of();
    }

    static void unknown(String name, String where, Findings findings) {
        findings.add(
                where,
                "UNKNOWN_COLUMN",
                "'" + shortened(name) + "' is none of id, " + String.join(", ", AccountRecords.FIELDS));
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }
}
