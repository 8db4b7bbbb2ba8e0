package dev.tandem.roster.importing;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import dev.tandem.roster.importing.RepFile.Line;
import dev.tandem.roster.rep.FiledReps.Ended;
import java.time.Instant;
import java.util.List;

/// A file that was accepted, and how far it has come. Its rows are applied part by part, in order.
///
/// @param receivedAt also the time of what its rows say
/// @param applied how many rows brought news, `unchanged` how many did not, of those that are done
record RepImport(
        String id,
        CompanyId company,
        Instant receivedAt,
        int rows,
        int parts,
        int partsDone,
        int applied,
        int unchanged) {

    /// Some rows of a file, beside it because a document has a size; once they are applied, nothing of the people is
    /// in it any more.
    record Part(List<Line> lines, List<Done> done) {}

    /// What became of a row.
    record Done(long line, RepId rep, Ended ended) {}

    boolean done() {
        return partsDone == parts;
    }

    RepImport after(List<Done> part) {
        var news =
                (int) part.stream().filter(row -> row.ended() == Ended.APPLIED).count();
        return new RepImport(
                id, company, receivedAt, rows, parts, partsDone + 1, applied + news, unchanged + part.size() - news);
    }
}
