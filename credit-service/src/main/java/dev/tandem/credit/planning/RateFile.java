package dev.tandem.credit.planning;

import dev.tandem.contracts.Violation;
import dev.tandem.credit.plan.Rate;
import dev.tandem.kit.csv.CsvRows;
import dev.tandem.kit.web.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A file of rates, taken whole or refused with each line that is wrong.
final class RateFile {
    private static final List<String> COLUMNS = List.of("id", "from", "to", "date", "value");
    private static final CsvRows.Form FORM = new CsvRows.Form(COLUMNS, COLUMNS, 10_000);

    private final List<Line> lines = new ArrayList<>();
    private final CsvRows file;

    private RateFile(CsvRows file) {
        this.file = file;
    }

    /// @param line of the file, the header being the first
    record Line(long line, Rate rate) {}

    /// @throws dev.tandem.kit.web.ProblemException 400 naming line and column of all that is wrong,
    /// up to a hundred
    static List<Line> read(String text) {
        var rates = new RateFile(CsvRows.read(text, FORM));
        rates.file.rows().forEach(rates::rate);
        rates.file.requireSound();
        if (rates.lines.isEmpty()) {
            throw Problem.invalid("file", "NO_ROWS", "must have at least one line beside its header");
        }
        return rates.lines;
    }

    private void rate(CsvRows.Row row) {
        var from = cell(row, "from", Currency::getInstance);
        var to = cell(row, "to", Currency::getInstance);
        var date = cell(row, "date", LocalDate::parse);
        if (from.isPresent() && to.isPresent() && date.isPresent()) {
            lines.add(new Line(
                    row.line(), new Rate(row.cell("id"), from.get(), to.get(), date.get(), row.cell("value"))));
        }
    }

    private <T> Optional<T> cell(CsvRows.Row row, String column, Function<String, T> read) {
        try {
            return Optional.of(read.apply(row.cell(column)));
        } catch (IllegalArgumentException unknown) {
            file.refuse(new Violation(row.at(column), "CURRENCY", "must be an ISO 4217 code such as USD"));
        } catch (DateTimeException malformed) {
            file.refuse(new Violation(row.at(column), "MALFORMED", "must be a date such as 2026-03-13"));
        }
        return Optional.empty();
    }
}
