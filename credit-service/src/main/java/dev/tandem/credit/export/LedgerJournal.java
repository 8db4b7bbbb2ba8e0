package dev.tandem.credit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The plain-text journal of ledger(1) and its kin, so that a third tool can total it again: one
/// transaction per entry and period, with the entry's number as its code.
final class LedgerJournal implements JournalFile {
    private final Writer out;
    private @Nullable Row last;

    LedgerJournal(OutputStream out) {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    }

    @Override
    public void add(Row row) throws IOException {
        if (last == null
                || last.entry().seq() != row.entry().seq()
                || !last.period().equals(row.period())) {
            out.write("%n%s * (%d) %s revision %d%n    ; hash: %s%n"
                    .formatted(
                            row.date(),
                            row.entry().seq(),
                            row.entry().deal().deal(),
                            row.entry().deal().revision(),
                            row.entry().hash()));
        }
        out.write("    %s  %s%n".formatted(row.account(), row.amount()));
        last = row;
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
