package dev.tandem.roster.importing;

import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Violation;
import dev.tandem.kit.csv.CsvRows;
import dev.tandem.kit.csv.CsvRows.Row;
import dev.tandem.roster.rep.FiledReps;
import dev.tandem.roster.rep.FiledReps.Filed;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a row of a file of reps says: `crmUser` says of whom, and `asOf` from which day it holds.
final class RepRows {
    static final String USER = "crmUser";
    static final List<String> REQUIRED = List.of(USER, "name");
    private static final String AS_OF = "asOf";
    private static final String MANAGER = "managerUser";
    static final List<String> COLUMNS =
            Stream.concat(Stream.of(USER, AS_OF), FiledReps.FIELDS.stream()).toList();

    private RepRows() {}

    static List<Violation> violations(Row row) {
        var found = new ArrayList<>(FiledReps.violations(values(row), row::at));
        if (user(row).isEmpty()) {
            found.add(new Violation(row.at(USER), "MALFORMED", "must be 1 to 128 printable characters"));
        }
        broken(row).ifPresent(found::add);
        return found;
    }

    static void together(CsvRows rows) {
        var byUser = new HashMap<String, Row>();
        rows.rows().forEach(row -> byUser.putIfAbsent(row.cell(USER), row));
        rows.rows().stream()
                .filter(row -> row.equals(byUser.get(row.cell(USER))))
                .filter(row -> isAboveItself(row, byUser))
                .forEach(row -> rows.refuse(new Violation(
                        row.at(MANAGER), "MANAGER_CYCLE", "reports to the user of this line, by whatever detour")));
    }

    /// Nobody reports to himself or herself, by whatever detour within the file.
    private static boolean isAboveItself(Row row, Map<String, Row> byUser) {
        var seen = new HashSet<String>();
        var above = Optional.ofNullable(byUser.get(row.cell(MANAGER)));
        while (above.isPresent() && seen.add(above.get().cell(USER))) {
            if (above.get().equals(row)) {
                return true;
            }
            above = Optional.ofNullable(byUser.get(above.get().cell(MANAGER)));
        }
        return false;
    }

    static Filed filed(Row row) {
        var day = row.cell(AS_OF);
        return new Filed(user(row).orElseThrow(), day.isEmpty() ? null : LocalDate.parse(day), values(row));
    }

    private static Map<String, String> values(Row row) {
        var values = new HashMap<>(row.cells());
        values.keySet().removeAll(List.of(USER, AS_OF));
        return values;
    }

    private static Optional<CrmId> user(Row row) {
        try {
            return Optional.of(new CrmId(row.cell(USER)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<Violation> broken(Row row) {
        var text = row.cell(AS_OF);
        try {
            return text.isEmpty() || !LocalDate.parse(text).isBefore(LocalDate.EPOCH)
                    ? Optional.empty()
                    : Optional.of(new Violation(row.at(AS_OF), "TOO_EARLY", "name a day from 1970-01-01 on"));
        } catch (DateTimeParseException none) {
            return Optional.of(new Violation(row.at(AS_OF), "MALFORMED", "send a date, such as 2026-01-31"));
        }
    }
}
