package dev.tandem.credit.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.Set;

/// A file of journal lines that is being written, in constant memory. Closing it writes what ends
/// it and leaves the stream beneath it open.
sealed interface JournalFile extends Closeable permits CsvJournal, LedgerJournal, PdfJournal, XlsxJournal {
    /// The columns that are numbers: never escaped, and numbers in a sheet.
    Set<Integer> NUMBERS = Set.of(0, 10, 11);

    void add(Row row) throws IOException;

    @Override
    void close() throws IOException;
}
