package dev.tandem.accounts.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A file of accounts, read as often as it takes and never held whole.
final class BookFile {
    private final BookFormat format;
    private final Path file;
    private final ImportSettings settings;

    BookFile(BookFormat format, Path file, ImportSettings settings) {
        this.format = format;
        this.file = file;
        this.settings = settings;
    }

    /// Reads it to its end, and returns how many rows it has.
    ///
    /// @throws dev.tandem.kit.web.ProblemException 400 naming line, rule and fix of what is wrong, 100 at most
    int check() {
        var findings = new Findings();
        switch (format) {
            case CSV, NDJSON -> checkText(findings);
            case XLSX -> Inflating.check(file, settings.unpackedBytesMax(), findings);
        }
        findings.refuse();
        var count = new int[1];
        var check = new RowCheck(findings);
        read(findings, row -> {
            if (++count[0] > settings.rowsMax()) {
                findings.addLast("file", "TOO_MANY_ROWS", "has more than " + settings.rowsMax() + " rows: split it");
            } else {
                check.check(row);
            }
        });
        findings.refuse();
        return count[0];
    }

    private void checkText(Findings findings) {
        try {
            Utf8.check(file, findings);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("reading an upload", unreadable);
        }
    }

    /// The rows of a file that was found to be in order, some at a time.
    void forEach(int rows, Consumer<List<Row>> use) {
        var some = new ArrayList<Row>();
        read(new Findings(), row -> {
            some.add(row.row());
            if (some.size() == rows) {
                use.accept(List.copyOf(some));
                some.clear();
            }
        });
        if (!some.isEmpty()) {
            use.accept(List.copyOf(some));
        }
    }

    private void read(Findings findings, Consumer<FileRow> rows) {
        try {
            switch (format) {
                case CSV -> CsvBook.read(file, findings, rows);
                case NDJSON -> NdjsonBook.read(file, findings, rows);
                case XLSX -> XlsxBook.read(file, findings, rows);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("reading an upload", unreadable);
        }
    }
}
