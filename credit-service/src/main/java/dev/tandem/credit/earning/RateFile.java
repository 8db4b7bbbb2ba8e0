package dev.tandem.credit.earning;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.tandem.contracts.Violation;
import dev.tandem.credit.plan.Rate;
import dev.tandem.kit.web.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A file of rates, taken whole or refused with each row that is wrong.
final class RateFile {
    private static final List<String> COLUMNS = List.of("id", "from", "to", "date", "value");
    private static final int ROWS_MAX = 10_000;
    private static final int VIOLATIONS_MAX = 100;

    private final List<Line> lines = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();

    private RateFile() {}

    /// @param line of the file, the header being the first
    record Line(long line, Rate rate) {}

    /// @throws dev.tandem.kit.web.ProblemException 400 when it is not UTF-8
    static String decode(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw Problem.invalid("file", "NOT_UTF_8", "save the file as UTF-8");
        }
    }

    /// @throws dev.tandem.kit.web.ProblemException 400 naming row and column of all that is wrong,
    /// up to a hundred
    static List<Line> read(String text) {
        var file = new RateFile();
        try (var csv = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text)) {
            csv.forEach(file::row);
        } catch (java.io.IOException | CsvParseException unreadable) {
            throw Problem.invalid("file", "MALFORMED", "must be a CSV file by RFC 4180");
        }
        return file.checked();
    }

    private List<Line> checked() {
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations.stream().limit(VIOLATIONS_MAX).toList());
        }
        if (lines.isEmpty() || lines.size() > ROWS_MAX) {
            throw Problem.invalid("file", "ROWS", "must have a header and 1 to " + ROWS_MAX + " rows");
        }
        return lines;
    }

    private void row(CsvRecord row) {
        var line = row.getStartingLineNumber();
        if (line == 1) {
            if (!row.getFields().equals(COLUMNS)) {
                throw Problem.invalid("row 1", "HEADER", "must be " + String.join(",", COLUMNS));
            }
        } else if (row.getFieldCount() != COLUMNS.size()) {
            broken(line, "", "COLUMNS", "must have " + COLUMNS.size() + " columns");
        } else {
            rate(line, row);
        }
    }

    private void rate(long line, CsvRecord row) {
        var from = cell(line, row, 1, Currency::getInstance);
        var to = cell(line, row, 2, Currency::getInstance);
        var date = cell(line, row, 3, LocalDate::parse);
        if (from.isPresent() && to.isPresent() && date.isPresent()) {
            var rate = new Rate(row.getField(0), from.get(), to.get(), date.get(), row.getField(4));
            lines.add(new Line(line, rate));
        }
    }

    private <T> Optional<T> cell(long line, CsvRecord row, int column, Function<String, T> read) {
        try {
            return Optional.of(read.apply(row.getField(column)));
        } catch (IllegalArgumentException unknown) {
            broken(line, "." + COLUMNS.get(column), "CURRENCY", "must be an ISO 4217 code such as USD");
        } catch (DateTimeException malformed) {
            broken(line, "." + COLUMNS.get(column), "MALFORMED", "must be a date such as 2026-03-13");
        }
        return Optional.empty();
    }

    private void broken(long line, String column, String rule, String message) {
        violations.add(new Violation("row " + line + column, rule, message));
    }
}
