package dev.tandem.engine;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
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
    private static final int LONGEST_FIELD = 2_000;
    private static final int MOST_PROBLEMS = 20;
    private static final char UNREADABLE = '\uFFFD';
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String OTHER_ALPHABET = "xn--";

    private final Path path;
    private final Book book = new Book();
    private final int[] columns = new int[COLUMNS.size()];
    private final RowFields row = new RowFields();
    private final IdHashes hashes;
    /// Says of which row an id is; null while no two seem to be the same, which is seen in less time.
    private final @Nullable RowIds ids;

    private final List<String> problems = new ArrayList<>();

    private BookFile(Path path, int expected, @Nullable RowIds ids) {
        this.path = path;
        this.ids = ids;
        hashes = new IdHashes(expected);
        book.expect(expected);
    }

    /// Reads the file in UTF-8; throws [Refused] with the problems of up to 20 rows, or an I/O error.
    public static Book read(Path path) throws IOException {
        var expected = ExpectedRows.of(path);
        var file = new BookFile(path, expected, null);
        file.read();
        return file.isDoubtful() ? new BookFile(path, expected, new RowIds()).all() : file.book;
    }

    /// Whether the file has to be read again, with a look at each id.
    private boolean isDoubtful() {
        return !problems.isEmpty() || hashes.mayRepeat();
    }

    private Book all() throws IOException {
        read();
        if (!problems.isEmpty()) {
            throw new Refused(path, problems);
        }
        return book;
    }

    private void read() throws IOException {
        try (var reader = CsvReader.builder()
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(row, path)) {
            var rows = reader.iterator();
            if (!rows.hasNext()) {
                throw new Refused(path, List.of("the file is empty: a header with the columns id and name is needed"));
            }
            header(rows.next().names);
            row.columns(columns);
            while (rows.hasNext() && problems.size() < MOST_PROBLEMS) {
                rows.next();
                row();
            }
            end();
        } catch (CsvParseException e) {
            problems.add(e.getMessage());
        }
    }

    private void header(List<String> names) {
        Arrays.fill(columns, -1);
        for (var i = 0; i < names.size(); i++) {
            var name = names.get(i).replace(BYTE_ORDER_MARK, "").strip().toLowerCase(Locale.ROOT);
            var column = COLUMNS.indexOf(name.equals("domain") ? "website" : name);
            if (column >= 0 && columns[column] >= 0) {
                throw new Refused(path, List.of("row 1: the column " + COLUMNS.get(column) + " is there twice"));
            }
            if (column >= 0) {
                columns[column] = i;
            }
        }
        if (columns[Fields.ID] < 0 || columns[Fields.NAME] < 0) {
            throw new Refused(path, List.of("row 1: the header needs the columns id and name"));
        }
    }

    private void row() {
        for (var column = 0; column < columns.length; column++) {
            check(column);
        }
        var id = row.fields.text(Fields.ID);
        var before = rowOf(id);
        if (id.isEmpty() || before != 0) {
            problem(before == 0 ? "has no id" : "has the id " + id + " of row " + before);
        } else if (row.fields.isEmpty(Fields.NAME)) {
            problem("has no name");
        } else if (problems.isEmpty()) {
            book.add(row.fields, id);
        }
    }

    /// The row that had the id before, 0 if none is known.
    private long rowOf(String id) {
        hashes.add(row.fields.hash(Fields.ID));
        return ids == null ? 0 : ids.add(id, row.number);
    }

    /// A quote that is never closed makes one field of all rows to the end.
    private void end() throws IOException {
        if (row.endsInSeveralLines && !endsWithQuote()) {
            problem("has a quote that is not closed before the file ends");
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

    private void check(int column) {
        if (columns[column] >= row.count) {
            problem("has " + row.count + " fields, too few for the column " + COLUMNS.get(column));
        } else if (row.fields.length(column) > LONGEST_FIELD) {
            problem(COLUMNS.get(column) + " has " + row.fields.length(column) + " letters, " + LONGEST_FIELD
                    + " are the most");
        } else if (column == Fields.WEBSITE || !row.fields.isAscii(column)) {
            checkLetters(column);
        }
    }

    private void checkLetters(int column) {
        if (!row.fields.isAscii(column) && row.fields.text(column).indexOf(UNREADABLE) >= 0) {
            problem(COLUMNS.get(column) + " is not UTF-8");
        } else if (column == Fields.WEBSITE && mayMix() && Lookalikes.has(row.fields.text(column))) {
            problem("website mixes Latin letters with others that only look like them");
        }
    }

    private boolean mayMix() {
        return !row.fields.isAscii(Fields.WEBSITE) || row.fields.has(Fields.WEBSITE, OTHER_ALPHABET);
    }

    private void problem(String what) {
        problems.add("row " + row.number + " " + what);
    }

    /// A file that was not taken, and why: one line a row.
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(Path path, List<String> problems) {
            super(path + " was not read:\n  " + String.join("\n  ", problems));
        }
    }
}
