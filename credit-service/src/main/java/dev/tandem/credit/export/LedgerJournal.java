package dev.tandem.credit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/// The plain-text journal of ledger(1) and its kin, so that a third tool can total it again: one
/// transaction per entry and period, with the entry's number as its code.
final class LedgerJournal implements JournalFile<JournalRow> {
    private final Writer out;
    private String last = "";

    LedgerJournal(OutputStream out) {
        this.out = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    }

    @Override
    public void add(JournalRow row) throws IOException {
        if (!row.heading().equals(last)) {
            out.write("%n%s%n    ; hash: %s%n".formatted(row.heading(), row.hash()));
        }
        out.write("    %s  %s%n".formatted(row.account(), row.amount()));
        last = row.heading();
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
