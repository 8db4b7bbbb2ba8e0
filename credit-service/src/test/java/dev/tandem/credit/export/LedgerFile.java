package dev.tandem.credit.export;

import dev.tandem.credit.ledger.Entry;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.jspecify.annotations.NullMarked;

/// Writes entries as a file for ledger(1).
@NullMarked
public final class LedgerFile {
    private LedgerFile() {}

    public static void write(Collection<Entry> entries, Path file) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file));
                var journal = new LedgerJournal(out)) {
            for (var entry : entries) {
                for (var row : Row.of(entry).toList()) {
                    journal.add(row);
                }
            }
        }
    }
}
