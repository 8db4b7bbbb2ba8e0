package dev.tandem.engine;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads a CSV file of accounts into a book, row by row. Columns are found by the names of the header, in any
/// order and case: `id` and `name`, and any of `website` (or `domain`), `phone`, `street`, `city`, `region`,
/// `postcode`, `country`, `registration_id`, `parent_id`; others are not read. All or nothing: a file with a
/// row that cannot be taken is refused with what is wrong in which row.
public final class BookFile {
    private static final List<String> COLUMNS = List.of(
            "id",
            "name",
            "website",
            "phone",
            "street",
            "city",
            "region",
            "postcode",
            "country",
            "registration_id",
            "parent_id");
    private static final int ID = 0;
    private static final int NAME = 1;
    private static final int WEBSITE = 2;
    private static final int LONGEST_FIELD = 2_000;
    private static final int MOST_PROBLEMS = 20;
    private static final char UNREADABLE = '\uFFFD';
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path path;
    private final Book book = new Book();
    private final int[] columns = new int[COLUMNS.size()];
    /// Of the row that is being read.
    private final String[] fields = new String[COLUMNS.size()];

    private final RowIds ids = new RowIds();
    private final List<String> problems = new ArrayList<>();
    private @Nullable CsvRecord last;

    private BookFile(Path path) {
        this.path = path;
    }

    /// Reads the file in UTF-8; throws [Refused] with the problems of up to 20 rows, or an I/O error.
    public static Book read(Path path) throws IOException {
        return new BookFile(path).read();
    }

    private Book read() throws IOException {
        try (var reader = CsvReader.builder()
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(path)) {
            var records = reader.iterator();
            if (!records.hasNext()) {
                throw new Refused(path, List.of("the file is empty: a header with the columns id and name is needed"));
            }
            header(records.next());
            book.expect(ExpectedRows.of(path));
            while (records.hasNext() && problems.size() < MOST_PROBLEMS) {
                last = records.next();
                row(last);
            }
            end();
        } catch (CsvParseException e) {
            problems.add(e.getMessage());
        }
        if (!problems.isEmpty()) {
            throw new Refused(path, problems);
        }
        return book;
    }

    private void header(CsvRecord header) {
        Arrays.fill(columns, -1);
        for (var i = 0; i < header.getFieldCount(); i++) {
            var name = header.getField(i).replace(BYTE_ORDER_MARK, "").strip().toLowerCase(Locale.ROOT);
            var column = COLUMNS.indexOf(name.equals("domain") ? "website" : name);
            if (column >= 0 && columns[column] >= 0) {
                throw new Refused(path, List.of("row 1: the column " + COLUMNS.get(column) + " is there twice"));
            }
            if (column >= 0) {
                columns[column] = i;
            }
        }
        if (columns[ID] < 0 || columns[NAME] < 0) {
            throw new Refused(path, List.of("row 1: the header needs the columns id and name"));
        }
    }

    private void row(CsvRecord row) {
        var number = row.getStartingLineNumber();
        for (var column = 0; column < columns.length; column++) {
            fields[column] = field(row, column);
            check(row, column, number);
        }
        var id = fields[ID];
        var before = ids.add(id, number);
        if (id.isEmpty() || before != 0) {
            problem(number, before == 0 ? "has no id" : "has the id " + id + " of row " + before);
        } else if (fields[NAME].isEmpty()) {
            problem(number, "has no name");
        } else if (problems.isEmpty()) {
            book.add(account());
        }
    }

    /// A quote that is never closed makes one field of all rows to the end.
    private void end() throws IOException {
        if (last != null && last.getField(last.getFieldCount() - 1).contains("\n") && !endsWithQuote()) {
            problem(last.getStartingLineNumber(), "has a quote that is not closed before the file ends");
        }
    }

    private boolean endsWithQuote() throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            var at = file.length();
            var letter = '\n';
            while (at > 0 && Character.isWhitespace(letter)) {
                file.seek(--at);
                letter = (char) file.read();
            }
            return letter == '"';
        }
    }

    private void check(CsvRecord row, int column, long number) {
        if (columns[column] >= row.getFieldCount()) {
            problem(number, "has " + row.getFieldCount() + " fields, too few for the column " + COLUMNS.get(column));
            return;
        }
        var value = fields[column];
        if (value.length() > LONGEST_FIELD) {
            problem(
                    number,
                    COLUMNS.get(column) + " has " + value.length() + " letters, " + LONGEST_FIELD + " are the most");
        } else if (value.indexOf(UNREADABLE) >= 0) {
            problem(number, COLUMNS.get(column) + " is not UTF-8");
        } else if (column == WEBSITE && Lookalikes.has(value)) {
            problem(number, "website mixes Latin letters with others that only look like them");
        }
    }

    private void problem(long row, String what) {
        problems.add("row " + row + " " + what);
    }

    private AccountRow account() {
        return new AccountRow(
                fields[ID],
                fields[NAME],
                fields[WEBSITE],
                fields[3],
                fields[4],
                fields[5],
                fields[6],
                fields[7],
                fields[8],
                fields[9],
                fields[10]);
    }

    private String field(CsvRecord row, int column) {
        return columns[column] < 0 || columns[column] >= row.getFieldCount()
                ? ""
                : row.getField(columns[column]).strip();
    }

    /// A file that was not taken, and why: one line a row.
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(Path path, List<String> problems) {
            super(path + " was not read:\n  " + String.join("\n  ", problems));
        }
    }
}
