package dev.tandem.accounts.importing;

import dev.tandem.accounts.account.AccountRecords;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Violation;
import dev.tandem.kit.csv.CsvRows;
import dev.tandem.kit.csv.CsvRows.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads a file of accounts whole, and takes it whole or not at all: the first line names the columns, `id` and `name`
/// among them, and every further line has as many cells.
final class CsvBook {
    private static final List<String> COLUMNS =
            Stream.concat(Stream.of("id"), AccountRecords.FIELDS.stream()).toList();

    private final CsvRows file;
    private final Map<CrmId, Long> lines = new HashMap<>();

    private CsvBook(CsvRows file) {
        this.file = file;
    }

    /// The file's rows in order.
    ///
    /// @throws dev.tandem.kit.web.ProblemException 400 naming line, rule and fix of what is wrong, 100 at most
    static List<Row> read(String text, int rowsMax) {
        var file = CsvRows.read(text, new Form(COLUMNS, List.of("id", "name"), rowsMax));
        var book = new CsvBook(file);
        var rows = file.rows().stream().flatMap(row -> book.row(row).stream()).toList();
        file.requireSound();
        return rows;
    }

    private Optional<Row> row(CsvRows.Row read) {
        try {
            var fields = new HashMap<>(read.cells());
            var row = new Row(read.line(), new CrmId(fields.getOrDefault("id", "")), fields);
            fields.remove("id");
            check(read, row);
            return Optional.of(row);
        } catch (IllegalArgumentException malformed) {
            file.refuse(new Violation(read.at("id"), "MALFORMED", "must be 1 to 128 printable characters"));
            return Optional.empty();
        }
    }

    private void check(CsvRows.Row read, Row row) {
        var earlier = lines.putIfAbsent(row.id(), row.line());
        if (earlier != null) {
            file.refuse(new Violation(read.at("id"), "TWICE", "is the id of line " + earlier + " already"));
        }
        if (row.fields().getOrDefault("name", "").isBlank()) {
            file.refuse(new Violation(read.at("name"), "MISSING", "an account has a name"));
        }
        AccountRecords.violations(row.change())
                .forEach(
                        broken -> file.refuse(new Violation(read.at(broken.field()), broken.rule(), broken.message())));
    }
}
