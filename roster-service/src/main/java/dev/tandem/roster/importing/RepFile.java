package dev.tandem.roster.importing;

import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Violation;
import dev.tandem.kit.csv.CsvRows;
import dev.tandem.kit.csv.CsvRows.Form;
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
import org.jspecify.annotations.Nullable;

/// A file of reps, read whole: the first line names the columns, `crmUser` and `name` among them.
final class RepFile {
    private static final String USER = "crmUser";
    private static final String AS_OF = "asOf";
    private static final String MANAGER = "managerUser";
    private static final List<String> COLUMNS =
            Stream.concat(Stream.of(USER, AS_OF), FiledReps.FIELDS.stream()).toList();

    private final CsvRows rows;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Row> byUser = new HashMap<>();

    private RepFile(CsvRows rows) {
        this.rows = rows;
    }

    /// A row of the file.
    record Line(long number, Filed filed) {}

    /// @throws dev.tandem.kit.web.ProblemException 400 naming line, rule and fix of what is wrong
    static List<Line> read(String text, int rowsMax) {
        var file = new RepFile(CsvRows.read(text, new Form(COLUMNS, List.of(USER, "name"), rowsMax)));
        file.rows.rows().forEach(file::line);
        file.byUser.values().stream()
                .sorted(java.util.Comparator.comparingLong(Row::line))
                .forEach(file::managers);
        file.rows.requireSound();
        return List.copyOf(file.lines);
    }

    private void line(Row row) {
        var values = new HashMap<>(row.cells());
        values.keySet().removeAll(List.of(USER, AS_OF));
        FiledReps.violations(values, row::at).forEach(rows::refuse);
        var day = day(row);
        user(row).ifPresent(user -> {
            var earlier = byUser.putIfAbsent(user.value(), row);
            if (earlier != null) {
                refuse(row, USER, "TWICE", "is the user of line " + earlier.line() + " already");
            }
            lines.add(new Line(row.line(), new Filed(user, day, values)));
        });
    }

    private Optional<CrmId> user(Row row) {
        try {
            return Optional.of(new CrmId(cell(row, USER)));
        } catch (IllegalArgumentException malformed) {
            refuse(row, USER, "MALFORMED", "must be 1 to 128 printable characters");
            return Optional.empty();
        }
    }

    private @Nullable LocalDate day(Row row) {
        var text = cell(row, AS_OF);
        try {
            var day = text.isEmpty() ? null : LocalDate.parse(text);
            if (day != null && day.isBefore(LocalDate.EPOCH)) {
                refuse(row, AS_OF, "TOO_EARLY", "name a day from 1970-01-01 on");
            }
            return day;
        } catch (DateTimeParseException none) {
            refuse(row, AS_OF, "MALFORMED", "send a date, such as 2026-01-31");
            return null;
        }
    }

    /// Nobody reports to himself or herself, by whatever detour within the file.
    private void managers(Row row) {
        var user = cell(row, USER);
        var seen = new HashSet<String>();
        var above = Optional.ofNullable(byUser.get(cell(row, MANAGER)));
        while (above.isPresent() && seen.add(cell(above.get(), USER))) {
            if (cell(above.get(), USER).equals(user)) {
                refuse(row, MANAGER, "MANAGER_CYCLE", "reports to the user of this line, by whatever detour");
                return;
            }
            above = Optional.ofNullable(byUser.get(cell(above.get(), MANAGER)));
        }
    }

    private static String cell(Row row, String column) {
        return row.cells().getOrDefault(column, "");
    }

    private void refuse(Row row, String column, String rule, String message) {
        rows.refuse(new Violation(row.at(column), rule, message));
    }
}
