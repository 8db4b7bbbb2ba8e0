package dev.tandem.credit.plan;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tandem.contracts.Violation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Which fiscal period a date belongs to.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface FiscalCalendar {

    FiscalPeriod of(LocalDate date);

    List<Violation> violations(String path);

    /// Calendar months, the year beginning with any of them. A year is named after the one in which
    /// it ends.
    record Months(int startMonth) implements FiscalCalendar {
        private static final int MONTHS = 12;

        @Override
        public FiscalPeriod of(LocalDate date) {
            var number = Math.floorMod(date.getMonthValue() - startMonth, MONTHS) + 1;
            var next = startMonth > 1 && date.getMonthValue() >= startMonth;
            return new FiscalPeriod(next ? date.getYear() + 1 : date.getYear(), number);
        }

        @Override
        public List<Violation> violations(String path) {
            return startMonth >= 1 && startMonth <= MONTHS
                    ? List.of()
                    : List.of(new Violation(path + ".startMonth", "RANGE", "must be 1 to 12"));
        }
    }

    /// Quarters of 4, 4 and 5 weeks. Every year has 52 weeks, but the long ones 53, the last of
    /// which belongs to the last period.
    ///
    /// @param firstDay of the fiscal year `firstYear`
    record Weeks445(LocalDate firstDay, int firstYear, List<Integer> longYears) implements FiscalCalendar {
        private static final int YEARS_MAX = 200;
        private static final int WEEKS_OF_QUARTER = 13;

        public Weeks445 {
            longYears = List.copyOf(longYears);
        }

        @Override
        public FiscalPeriod of(LocalDate date) {
            var year = firstYear;
            var start = firstDay;
            while (date.isBefore(start)) {
                year--;
                start = start.minusWeeks(weeks(year));
            }
            while (!date.isBefore(start.plusWeeks(weeks(year)))) {
                start = start.plusWeeks(weeks(year));
                year++;
            }
            return new FiscalPeriod(year, number(Math.toIntExact(ChronoUnit.WEEKS.between(start, date))));
        }

        private int weeks(int year) {
            return longYears.contains(year) ? 53 : 52;
        }

        private static int number(int week) {
            var quarter = Math.min(week / WEEKS_OF_QUARTER, 3);
            var weekOfQuarter = week - quarter * WEEKS_OF_QUARTER;
            return quarter * 3 + (weekOfQuarter < 4 ? 1 : weekOfQuarter < 8 ? 2 : 3);
        }

        @Override
        public List<Violation> violations(String path) {
            return Math.abs(firstDay.getYear() - firstYear) <= 1 && longYears.size() <= YEARS_MAX
                    ? List.of()
                    : List.of(new Violation(
                            path + ".firstYear", "RANGE", "must be the year of the first day, or one beside it"));
        }
    }
}
