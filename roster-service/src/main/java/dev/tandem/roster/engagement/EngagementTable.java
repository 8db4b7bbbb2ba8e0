package dev.tandem.roster.engagement;

import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.Violation;
import dev.tandem.kit.csv.CsvRows;
import dev.tandem.kit.csv.CsvRows.Row;
import dev.tandem.kit.intake.Unprocessable;
import dev.tandem.roster.engagement.PartyRecord.Source;
import dev.tandem.roster.engagement.Recording.Word;
import dev.tandem.roster.importing.Table;
import dev.tandem.roster.rep.Stamp;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The company's own records of engagements by file, under the object ids of its CRM: the same one by event and by
/// file is one. What it says of a record that the CRM numbers itself changes nothing.
@Component
final class EngagementTable implements Table {
    private static final String OBJECT = "objectId";
    private static final String ENGAGEMENT = "engagement";
    private static final Reason FILED = new Reason("RECORDED_IN_FILE", "A file of the company recorded it.");

    private final Recording recording;
    private final EngagementRecords records;

    EngagementTable(Recording recording, EngagementRecords records) {
        this.recording = recording;
        this.records = records;
    }

    @Override
    public String name() {
        return "ENGAGEMENTS";
    }

    @Override
    public List<String> columns() {
        return Stream.concat(required().stream(), Stream.of(ENGAGEMENT, "opportunity", "because"))
                .toList();
    }

    @Override
    public List<String> required() {
        return List.of(OBJECT, "jointAccount", "stage");
    }

    @Override
    public List<String> key() {
        return List.of(OBJECT);
    }

    @Override
    public List<Violation> violations(Filing filing, Row row) {
        try {
            return recording.would(word(filing, row)).stands()
                    ? List.of()
                    : List.of(new Violation(row.at(OBJECT), "WITHDRAWN", "was taken back, for good"));
        } catch (Unprocessable broken) {
            return broken.findings().stream().map(found -> at(row, found)).toList();
        }
    }

    /// The partnership is the file's: what is wrong with it is wrong with what the row names.
    private static Violation at(Row row, Violation found) {
        var field = found.field().replace("fields.", "");
        return new Violation(row.at(field.equals("partnership") ? OBJECT : field), found.rule(), found.message());
    }

    /// A company has one record in an engagement.
    @Override
    public void together(CsvRows rows) {
        var lines = new HashMap<String, Long>();
        for (var row : rows.rows()) {
            var named = row.cell(ENGAGEMENT);
            var earlier = named.isEmpty() ? null : lines.putIfAbsent(named, row.line());
            if (earlier != null) {
                rows.refuse(
                        new Violation(row.at(ENGAGEMENT), "TAKEN", "line " + earlier + " takes part in it already"));
            }
        }
    }

    @Override
    public Done would(Filing filing, Row row) {
        var word = word(filing, row);
        return done(row, recording.would(word), word);
    }

    @Override
    public Done take(Filing filing, Row row) {
        var word = word(filing, row);
        var now = Objects.requireNonNull(recording.take(word).now(), "it was recorded");
        return done(row, now.state(), word);
    }

    private static Done done(Row row, PartyRecord now, Word word) {
        return Done.of(row, now.engagement(), word.source().equals(now.source()));
    }

    private Word word(Filing filing, Row row) {
        var said = new HashMap<String, @Nullable String>(row.cells());
        said.put("partnership", filing.inPartnership().value());
        var source = new Source(object(row), stamp(filing, row));
        return new Word(filing.company(), CrmEngagement.of(said, FILED), source, filing.receivedAt(), true);
    }

    /// Of its row alone, so that a row that is taken again is recognised.
    private static Stamp stamp(Filing filing, Row row) {
        return new Stamp(null, filing.receivedAt(), row.line());
    }

    private CrmId object(Row row) {
        var id = row.cell(OBJECT);
        if (!id.startsWith(records.keyPrefix())) {
            throw new Unprocessable(OBJECT, "NOT_THE_OBJECT_ID", "begin it with " + records.keyPrefix());
        }
        try {
            return new CrmId(id);
        } catch (IllegalArgumentException malformed) {
            throw new Unprocessable(OBJECT, "MALFORMED", "must be 1 to 128 printable characters");
        }
    }
}
