package dev.tandem.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.tandem.engine.AccountRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The accounts of a CSV file as they are.
final class Rows {
    private Rows() {}

    static List<AccountRow> of(Path file) throws IOException {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().map(Rows::of).toList();
        }
    }

    private static AccountRow of(NamedCsvRecord row) {
        return new AccountRow(
                row.getField("id"),
                row.getField("name"),
                text(row, "website"),
                text(row, "phone"),
                text(row, "street"),
                text(row, "city"),
                text(row, "region"),
                text(row, "postcode"),
                text(row, "country"),
                text(row, "registration_id"),
                text(row, "parent_id"));
    }

    private static String text(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("");
    }
}
