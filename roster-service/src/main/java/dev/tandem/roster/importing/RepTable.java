package dev.tandem.roster.importing;

import dev.tandem.contracts.Violation;
import dev.tandem.kit.csv.CsvRows;
import dev.tandem.kit.csv.CsvRows.Row;
import dev.tandem.roster.rep.FiledReps;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reps by file.
@Component
final class RepTable implements Table {
    private final FiledReps reps;

    RepTable(FiledReps reps) {
        this.reps = reps;
    }

    @Override
    public String name() {
        return "REPS";
    }

    @Override
    public List<String> columns() {
        return RepRows.COLUMNS;
    }

    @Override
    public List<String> required() {
        return RepRows.REQUIRED;
    }

    @Override
    public List<String> key() {
        return List.of(RepRows.USER);
    }

    @Override
    public int rowsMax() {
        return Integer.MAX_VALUE;
    }

    @Override
    public List<Violation> violations(Filing filing, Row row) {
        return RepRows.violations(row);
    }

    @Override
    public void together(CsvRows rows) {
        RepRows.together(rows);
    }

    @Override
    public Done would(Filing filing, Row row) {
        return done(row, null, reps.would(filing.company(), RepRows.filed(row), filing.receivedAt()));
    }

    @Override
    public Done take(Filing filing, Row row) {
        var place = "import/" + filing.id() + "/" + row.line();
        var taken = reps.take(filing.company(), RepRows.filed(row), place, filing.receivedAt());
        return done(row, taken.rep() == null ? null : taken.rep().value(), taken.ended());
    }

    private static Done done(Row row, @Nullable String rep, FiledReps.Ended ended) {
        return new Done(row.line(), rep, Ended.valueOf(ended.name()), null);
    }
}
