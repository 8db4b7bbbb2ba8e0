package dev.tandem.accounts.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.tandem.accounts.account.AccountRecords;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Violation;
import dev.tandem.kit.web.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Reads a file of accounts whole, and takes it whole or not at all: the first line names the columns, `id` and `name`
/// among them, and every further line has as many cells.
final class CsvBook {
    /// Enough to mend a file by, without answering a broken one with a larger one.
    private static final int VIOLATIONS_MAX = 100;

    private final List<Violation> violations = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final Map<CrmId, Long> lines = new HashMap<>();
    private final int rowsMax;
    private List<String> columns = List.of();

    private CsvBook(int rowsMax) {
        this.rowsMax = rowsMax;
    }

    /// The file's rows in order.
    ///
    /// @throws dev.tandem.kit.web.ProblemException 400 naming line, rule and fix of what is wrong, 100 at most
    static List<Row> read(String text, int rowsMax) {
        var book = new CsvBook(rowsMax);
        book.readAll(text);
        if (!book.violations.isEmpty()) {
            throw Problem.invalid(book.violations);
        }
        return List.copyOf(book.rows);
    }

    private void readAll(String text) {
        try (var csv = CsvReader.builder()
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            var lines = csv.iterator();
            if (!lines.hasNext()) {
                broken("line 1", "NO_HEADER", "the first line must name the columns, such as id,name,website");
                return;
            }
            header(lines.next());
            while (lines.hasNext() && goesOn()) {
                line(lines.next());
            }
        } catch (CsvParseException malformed) {
            broken("line " + (rows.size() + 2), "NOT_CSV", "is not CSV as of RFC 4180: check its quotes");
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException("reading from memory", impossible);
        }
    }

    private boolean goesOn() {
        if (rows.size() >= rowsMax) {
            broken("file", "TOO_MANY_ROWS", "has more than " + rowsMax + " rows: split it");
        }
        return violations.size() < VIOLATIONS_MAX && rows.size() < rowsMax && !columns.isEmpty();
    }

    private void header(CsvRecord header) {
        var names = header.getFields().stream().map(String::strip).toList();
        var unknown = names.stream()
                .filter(name -> !name.equals("id") && !AccountRecords.FIELDS.contains(name))
                .toList();
        unknown.forEach(name -> broken(
                "line 1",
                "UNKNOWN_COLUMN",
                "'" + shortened(name) + "' is none of id, " + String.join(", ", AccountRecords.FIELDS)));
        if (Set.copyOf(names).size() < names.size()) {
            broken("line 1", "COLUMN_TWICE", "names a column twice");
        }
        for (var needed : List.of("id", "name")) {
            if (!names.contains(needed)) {
                broken("line 1", "COLUMN_MISSING", "must name the column " + needed);
            }
        }
        columns = violations.isEmpty() ? names : List.of();
    }

    private void line(CsvRecord line) {
        var at = "line " + line.getStartingLineNumber();
        if (line.getFieldCount() != columns.size()) {
            broken(at, "RAGGED", "has " + line.getFieldCount() + " cells, the header " + columns.size());
            return;
        }
        var cells = new HashMap<String, String>();
        columns.stream()
                .filter(column -> !column.equals("id"))
                .forEach(column -> cells.put(column, cell(line, column)));
        identified(at, cell(line, "id"), id -> row(at, new Row(line.getStartingLineNumber(), id, cells)));
    }

    private String cell(CsvRecord line, String column) {
        return line.getField(columns.indexOf(column)).strip();
    }

    private void identified(String at, String id, Consumer<CrmId> then) {
        try {
            then.accept(new CrmId(id));
        } catch (IllegalArgumentException malformed) {
            broken(at + ", id", "MALFORMED", "must be 1 to 128 printable characters");
        }
    }

    private void row(String at, Row row) {
        var earlier = lines.putIfAbsent(row.id(), row.line());
        if (earlier != null) {
            broken(at + ", id", "TWICE", "is the id of line " + earlier + " already");
        }
        if (row.fields().values().stream().anyMatch(text -> text.chars().anyMatch(Character::isISOControl))) {
            broken(at, "CONTROL_CHARACTER", "holds a line break or another control character: is a quote left open?");
        }
        if (row.fields().getOrDefault("name", "").isBlank()) {
            broken(at + ", name", "MISSING", "an account has a name");
        }
        AccountRecords.violations(row.change())
                .forEach(violation -> broken(at + ", " + violation.field(), violation.rule(), violation.message()));
        rows.add(row);
    }

    private void broken(String field, String rule, String message) {
        violations.add(new Violation(field, rule, message));
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }
}
