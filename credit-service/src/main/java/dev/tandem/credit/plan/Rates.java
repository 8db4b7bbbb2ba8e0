package dev.tandem.credit.plan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// A company's own rates.
public record Rates(List<Rate> all) {
    /// How many days back the last rate may be, over weekends and holidays.
    static final int DAYS_MAX = 7;

    public Rates {
        all = List.copyOf(all);
    }

    /// The rate of the day, or the last one before it, a week back at most; the smallest id where a
    /// day has several.
    public Optional<Rate> find(Currency from, Currency to, LocalDate date) {
        return all.stream()
                .filter(rate -> rate.from().equals(from) && rate.to().equals(to))
                .filter(rate -> !rate.date().isAfter(date) && !rate.date().isBefore(date.minusDays(DAYS_MAX)))
                .min(Comparator.comparing(Rate::date).reversed().thenComparing(Rate::id));
    }
}
