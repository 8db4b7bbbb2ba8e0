package dev.tandem.roster.importing;

import dev.tandem.contracts.CrmId;
import dev.tandem.kit.csv.CsvRows.Row;
import dev.tandem.roster.importing.Table.Done;
import dev.tandem.roster.importing.Table.Ended;
import dev.tandem.roster.importing.Table.Filing;
import java.util.List;

/// A file that was accepted, and how far it has come. Its rows are applied part by part, in order.
///
/// @param table the name of what it is a file of
record TableImport(Filing filing, String table, int rows, int parts, int partsDone, Count count) {

    /// How many rows of those that are done brought news, did not, and were refused after all.
    record Count(int applied, int unchanged, int refused) {
        static final Count NONE = new Count(0, 0, 0);

        static Count of(List<Done> done) {
            return new Count(
                    ended(done, Ended.APPLIED),
                    ended(done, Ended.UNCHANGED) + ended(done, Ended.ERASED),
                    ended(done, Ended.REFUSED));
        }

        private static int ended(List<Done> done, Ended how) {
            return (int) done.stream().filter(row -> row.ended() == how).count();
        }

        Count plus(Count other) {
            return new Count(applied + other.applied, unchanged + other.unchanged, refused + other.refused);
        }
    }

    /// Some rows of a file, beside it because a document has a size; once they are applied, nothing of the people is
    /// in it any more.
    record Part(List<Row> lines, List<Done> done) {
        Part without(CrmId user) {
            return new Part(
                    lines.stream()
                            .filter(row -> !row.cell(RepRows.USER).equals(user.value()))
                            .toList(),
                    done);
        }
    }

    boolean done() {
        return partsDone == parts;
    }

    TableImport after(List<Done> part) {
        return new TableImport(filing, table, rows, parts, partsDone + 1, count.plus(Count.of(part)));
    }
}
