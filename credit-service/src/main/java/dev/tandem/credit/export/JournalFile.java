package dev.tandem.credit.export;

import java.io.Closeable;
import java.io.IOException;

/// A file of journal lines that is being written, in constant memory. Closing it writes what ends
/// it and leaves the stream beneath it open.
sealed interface JournalFile<R extends JournalRow> extends Closeable
        permits CsvJournal, LedgerJournal, PdfJournal, XlsxJournal {
    void add(R row) throws IOException;

    @Override
    void close() throws IOException;
}
