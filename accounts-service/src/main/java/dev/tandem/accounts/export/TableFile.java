package dev.tandem.accounts.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/// A table that is being written, in constant memory: the head first, then row by row. Closing it writes what ends it
/// and leaves the stream beneath it open.
sealed interface TableFile extends Closeable permits CsvTable, XlsxTable {

    void add(List<Cell> row) throws IOException;

    @Override
    void close() throws IOException;

    /// One cell. What comes from a CRM is always a text, even where it looks like a number.
    sealed interface Cell {
        record Text(String text) implements Cell {}

        record Whole(long number) implements Cell {}

        static Cell of(String text) {
            return new Text(text);
        }

        static Cell of(long number) {
            return new Whole(number);
        }
    }
}
