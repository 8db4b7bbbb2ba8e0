package dev.tandem.kit.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.tandem.contracts.Violation;
import dev.tandem.kit.web.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The rows of a CSV file with a header, and everything that is wrong with it, line by line: what the file breaks as a
/// file is found here, what its rows break as what they say is added by the reader.
public final class CsvRows {
    /// Enough to mend a file by, without answering a broken one with a larger one.
    private static final int VIOLATIONS_MAX = 100;

    private static final int NAME_LENGTH_MAX = 40;

    private final List<Violation> violations = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final Form form;
    private List<String> columns = List.of();

    private CsvRows(Form form) {
        this.form = form;
    }

    /// What a file may hold.
    ///
    /// @param columns that it may have, `required` those that it must have
    public record Form(List<String> columns, List<String> required, int rowsMax) {}

    /// A line of the file.
    ///
    /// @param line where it starts; the header is line 1
    /// @param cells by column, without white space around
    public record Row(long line, Map<String, String> cells) {
        /// The text of a cell; empty where the file has no such column.
        public String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        /// How a violation names a cell of it.
        public String at(String column) {
            return "line " + line + ", " + column;
        }
    }

    public static CsvRows read(String text, Form form) {
        var file = new CsvRows(form);
        file.readAll(text);
        return file;
    }

    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /// Adds what a row breaks.
    public void refuse(Violation violation) {
        violations.add(violation);
    }

    /// @throws dev.tandem.kit.web.ProblemException 400 naming line, rule and fix of what is wrong, 100 at most
    public void requireSound() {
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations.subList(0, Math.min(VIOLATIONS_MAX, violations.size())));
        }
    }

    private void readAll(String text) {
        try (var csv = CsvReader.builder()
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            var lines = csv.iterator();
            if (!lines.hasNext()) {
                broken(
                        "line 1",
                        "NO_HEADER",
                        "the first line must name the columns: " + String.join(",", form.columns));
                return;
            }
            header(lines.next());
            while (lines.hasNext() && goesOn()) {
                line(lines.next());
            }
        } catch (CsvParseException malformed) {
            broken("line " + (rows.size() + 2), "NOT_CSV", "is not CSV as of RFC 4180: check its quotes");
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory", impossible);
        }
    }

    private boolean goesOn() {
        if (rows.size() >= form.rowsMax) {
            broken("file", "TOO_MANY_ROWS", "has more than " + form.rowsMax + " rows: split it");
        }
        return violations.size() < VIOLATIONS_MAX && rows.size() < form.rowsMax && !columns.isEmpty();
    }

    private void header(CsvRecord header) {
        var names = header.getFields().stream().map(String::strip).toList();
        names.stream()
                .filter(name -> !form.columns.contains(name))
                .forEach(name -> broken(
                        "line 1",
                        "UNKNOWN_COLUMN",
                        "'" + shortened(name) + "' is none of " + String.join(", ", form.columns)));
        if (Set.copyOf(names).size() < names.size()) {
            broken("line 1", "COLUMN_TWICE", "names a column twice");
        }
        form.required.stream()
                .filter(needed -> !names.contains(needed))
                .forEach(needed -> broken("line 1", "COLUMN_MISSING", "must name the column " + needed));
        columns = violations.isEmpty() ? names : List.of();
    }

    private void line(CsvRecord line) {
        var at = "line " + line.getStartingLineNumber();
        if (line.getFieldCount() != columns.size()) {
            broken(at, "RAGGED", "has " + line.getFieldCount() + " cells, the header " + columns.size());
            return;
        }
        var cells = new LinkedHashMap<String, String>();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), line.getField(i).strip());
        }
        if (cells.values().stream().anyMatch(text -> text.chars().anyMatch(Character::isISOControl))) {
            broken(at, "CONTROL_CHARACTER", "holds a line break or another control character: is a quote left open?");
        }
        rows.add(new Row(line.getStartingLineNumber(), cells));
    }

    private void broken(String field, String rule, String message) {
        violations.add(new Violation(field, rule, message));
    }

    private static String shortened(String name) {
        return name.length() <= NAME_LENGTH_MAX ? name : name.substring(0, NAME_LENGTH_MAX) + "…";
    }
}
