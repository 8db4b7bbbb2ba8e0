package dev.tandem.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.tandem.engine.AccountRow;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The columns that all matchers get in a comparison, cleaned once for all: folded letters, no punctuation, no
/// legal form at the end of a name, the host without `www`, digits of a phone number.
record Cleaned(List<AccountRow> a, List<AccountRow> b) {
    private static final Set<String> LEGAL_FORMS = Set.of(
            ("inc incorporated corp corporation co company llc ltd limited plc lp gmbh ag kg mbh sa sas sarl bv nv sl sl"
                            + "u spa srl ab as aps oy oyj pty kk pte bhd sdn ltee the")
                    .split(" "));

    static Cleaned read(Path folder) throws IOException {
        return new Cleaned(rows(folder.resolve("a.csv")), rows(folder.resolve("b.csv")));
    }

    private static List<AccountRow> rows(Path file) throws IOException {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().map(Cleaned::row).toList();
        }
    }

    private static AccountRow row(NamedCsvRecord row) {
        return new AccountRow(
                field(row, "id"),
                name(field(row, "name")),
                host(field(row, "website") + field(row, "domain")),
                field(row, "phone").replaceAll("\\D", ""),
                folded(field(row, "street")),
                folded(field(row, "city")),
                folded(field(row, "region")),
                folded(field(row, "postcode")),
                field(row, "country"),
                folded(field(row, "registration_id")),
                field(row, "parent_id"));
    }

    private static String field(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("").strip();
    }

    private static String name(String text) {
        var name = folded(text.replace(".", ""));
        var last = name.lastIndexOf(' ');
        while (last > 0 && LEGAL_FORMS.contains(name.substring(last + 1))) {
            name = name.substring(0, last);
            last = name.lastIndexOf(' ');
        }
        return name;
    }

    private static String host(String website) {
        return website.toLowerCase(Locale.ROOT).replaceAll("^.*(://|@)", "").replaceAll("^www\\.|[/?#:].*$", "");
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
