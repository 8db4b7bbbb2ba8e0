package dev.tandem.credit.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// One of the twelve periods of a fiscal year, written `2026-03`: the third of the year 2026,
/// whatever dates that is.
public record FiscalPeriod(int year, int number) implements Comparable<FiscalPeriod> {
    private static final int PERIODS = 12;
    private static final Pattern FORM = Pattern.compile("(\\d{4})-(0[1-9]|1[0-2])");

    public FiscalPeriod {
        if (number < 1 || number > PERIODS) {
            throw new IllegalArgumentException("a fiscal year has periods 1 to " + PERIODS);
        }
    }

    /// @throws IllegalArgumentException when the text is not of the form `2026-03`
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FiscalPeriod of(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a fiscal period is written as 2026-03");
        }
        return new FiscalPeriod(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    public FiscalPeriod next() {
        return plus(1);
    }

    public FiscalPeriod plus(int periods) {
        var index = year * PERIODS + number - 1 + periods;
        return new FiscalPeriod(index / PERIODS, index % PERIODS + 1);
    }

    int quarter() {
        return (number - 1) / 3 + 1;
    }

    @Override
    public int compareTo(FiscalPeriod other) {
        return Integer.compare(year * PERIODS + number, other.year * PERIODS + other.number);
    }

    @Override
    @JsonValue
    public String toString() {
        return "%04d-%02d".formatted(year, number);
    }
}
