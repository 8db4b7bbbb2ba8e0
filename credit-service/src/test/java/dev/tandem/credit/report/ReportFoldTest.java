package dev.tandem.credit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.credit.Given;
import dev.tandem.credit.ledger.ChainModel;
import dev.tandem.credit.ledger.Link;
import dev.tandem.credit.ledger.RandomStory;
import dev.tandem.credit.report.JointReport.Deals;
import dev.tandem.credit.report.JointReport.Totals;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportFoldTest {
    private static final Instant START = Instant.parse("2026-03-22T10:00:00Z");
    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
    private static final Money ZERO = Money.ofMinor(0, "USD");

    static long[] seeds() {
        return new Random(20260331).longs(100).toArray();
    }

    /// Each report ties out, or its constructor would not let it be made.
    @ParameterizedTest
    @MethodSource("seeds")
    void asOfAnEntryGivesTheReportThatWasGivenThen(long seed) {
        var story = new RandomStory(new Random(seed));
        var model = new ChainModel();
        var given = new ArrayList<JointReport>();
        for (var arrival : story.mixedUp(story.told())) {
            model.arrive(arrival, START);
            given.add(report(model.chain(), FEBRUARY));
        }
        for (var then : given) {
            var chain = model.chain().stream()
                    .filter(entry -> entry.seq() <= then.asOf())
                    .toList();
            assertThat(report(chain, FEBRUARY)).isEqualTo(then);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eachPeriodOpensAsTheOneBeforeClosed(long seed) {
        var story = new RandomStory(new Random(seed));
        var model = new ChainModel();
        story.told().forEach(arrival -> model.arrive(arrival, START));
        for (var month = YearMonth.of(2025, 12); month.isBefore(YearMonth.of(2026, 5)); month = month.plusMonths(1)) {
            var closings = report(model.chain(), month).totals().stream()
                    .map(Totals::closing)
                    .toList();
            var openings = report(model.chain(), month.plusMonths(1)).totals().stream()
                    .map(Totals::opening)
                    .toList();
            assertThat(openings).isEqualTo(closings);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void countsEveryDealInExactlyOnePeriod(long seed) {
        var story = new RandomStory(new Random(seed));
        var model = new ChainModel();
        story.told().forEach(arrival -> model.arrive(arrival, START));
        var received = 0;
        for (int month = 1; month <= 12; month++) {
            received += report(model.chain(), YearMonth.of(2026, month)).deals().received();
        }
        assertThat(received).isEqualTo(4);
    }

    @Test
    void anEmptyPeriodIsAReportOfNothing() {
        var report = report(List.of(), FEBRUARY);
        assertThat(report.asOf()).isZero();
        assertThat(report.deals()).isEqualTo(new Deals(0, 0, 0, List.of()));
        assertThat(report.totals()).isEmpty();
        assertThat(report.lines()).isEmpty();
    }

    @Test
    void refusesToBeAReportThatDoesNotTieOut() {
        assertThatThrownBy(() -> reportOf(new Deals(2, 1, 0, List.of()), List.of()))
                .hasMessageContaining("received = credited + not credited");
        assertThatThrownBy(() -> reportOf(new Deals(1, 0, 1, List.of()), List.of()))
                .hasMessageContaining("not credited = sum of its reasons");
        var one = Money.ofMinor(1, "USD");
        assertThatThrownBy(() -> reportOf(
                        none(),
                        List.of(new Totals("USD", CreditType.REVENUE, ZERO, ZERO, ZERO, one, ZERO, ZERO, List.of()))))
                .hasMessageContaining("opening + posted = closing");
        assertThatThrownBy(() -> reportOf(
                        none(),
                        List.of(new Totals("USD", CreditType.REVENUE, one, one, ZERO, ZERO, ZERO, ZERO, List.of()))))
                .hasMessageContaining("credited deals");
        assertThatThrownBy(() -> reportOf(
                        none(),
                        List.of(new Totals("USD", CreditType.REVENUE, ZERO, ZERO, ZERO, ZERO, one, one, List.of()))))
                .hasMessageContaining("posted = sum of the lines");
    }

    private static Deals none() {
        return new Deals(0, 0, 0, List.of());
    }

    private static JointReport reportOf(Deals deals, List<Totals> totals) {
        return new JointReport(Given.PARTNERSHIP, FEBRUARY, 0, "", deals, totals, List.of(), null);
    }

    private static JointReport report(List<? extends Link> chain, YearMonth period) {
        var fold = new ReportFold(Given.PARTNERSHIP, period);
        chain.forEach(fold::add);
        return fold.report();
    }
}
