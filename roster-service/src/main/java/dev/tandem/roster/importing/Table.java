package dev.tandem.roster.importing;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.Violation;
import dev.tandem.kit.csv.CsvRows;
import dev.tandem.kit.csv.CsvRows.Row;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one kind of file holds, and what taking a row of it comes to.
public interface Table {
    /// By which a file that was cut off finds its table again.
    String name();

    List<String> columns();

    List<String> required();

    /// Whose values together name what a row is about: they occur once in a file.
    List<String> key();

    /// How many rows a file may have: each is looked up in what there is before the file is accepted.
    default int rowsMax() {
        return 2_000;
    }

    /// What a row breaks as things are; empty for a good one.
    List<Violation> violations(Filing filing, Row row);

    /// Adds which rows say again what others said.
    static void once(List<String> key, CsvRows rows) {
        var lines = new HashMap<List<String>, Long>();
        for (var row : rows.rows()) {
            var earlier = lines.putIfAbsent(key.stream().map(row::cell).toList(), row.line());
            if (earlier != null) {
                rows.refuse(new Violation(row.at(key.getLast()), "TWICE", "says it as line " + earlier + " does"));
            }
        }
    }

    /// Adds what rows break together, beside naming something twice.
    default void together(CsvRows rows) {}

    /// What taking a good row now would come to, without doing it.
    Done would(Filing filing, Row row);

    /// Takes a good row; one that is taken again ends as it did.
    Done take(Filing filing, Row row);

    /// Whose file it is, about which partnership, and since when: also the time of what its rows say.
    ///
    /// @param partnership null for what is about none
    /// @param id names the file among those of the company
    record Filing(CompanyId company, @Nullable PartnershipId partnership, String id, Instant receivedAt) {
        public PartnershipId inPartnership() {
            if (partnership == null) {
                throw new IllegalStateException("the table is of a partnership");
            }
            return partnership;
        }
    }

    /// What became of a row.
    ///
    /// @param id of what the row is about; null where there is none
    /// @param reason why it was refused; null otherwise
    record Done(
            long line,
            @Nullable String id,
            Ended ended,
            @Nullable Reason reason) {
        public static Done of(Row row, String id, boolean news) {
            return new Done(row.line(), id, news ? Ended.APPLIED : Ended.UNCHANGED, null);
        }

        static Done refused(Row row, Violation violation) {
            return new Done(
                    row.line(), null, Ended.REFUSED, new Reason(violation.rule(), shortened(violation.message())));
        }

        private static String shortened(String message) {
            return message.substring(0, Math.min(1_000, message.length()));
        }
    }

    /// How taking a row ended.
    enum Ended {
        APPLIED,
        UNCHANGED,
        /// Of a person who was erased: left out, since a file of old knows nothing of that.
        ERASED,
        /// Good when the file came, and no longer when it was the row's turn.
        REFUSED
    }
}
