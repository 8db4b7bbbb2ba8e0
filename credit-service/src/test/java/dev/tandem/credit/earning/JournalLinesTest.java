package dev.tandem.credit.earning;

import static dev.tandem.credit.Given.GIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.credit.earning.EarningEntry.Line;
import dev.tandem.credit.earning.JournalLines.JournalLine;
import dev.tandem.credit.earning.JournalLines.Place;
import dev.tandem.credit.plan.Earning;
import dev.tandem.credit.plan.FiscalPeriod;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class JournalLinesTest {
    private static final FiscalPeriod MARCH = FiscalPeriod.of("2026-03");

    @Test
    void linesThatSayTheSameHavePlacesOfTheirOwn() {
        var lines = JournalLines.lines(entry("5.00", "5.00")).toList();
        assertThat(lines).extracting(JournalLine::place).containsExactly(at(1), at(2), at(3));
        assertThat(lines.get(0).numbered(2)).isEqualTo(lines.get(1));
    }

    @Test
    void linesThatComeToNothingAreThereAllTheSame() {
        assertThat(JournalLines.lines(entry("5.00", "-5.00")))
                .extracting(line -> line.amount().amount())
                .containsExactly("5.00", "-5.00");
    }

    @Test
    void aPlaceIsReadAsItIsWritten() {
        var place = new Place(1_234_567, 89);
        assertThat(Place.parse(place.toString())).isEqualTo(place);
        assertThat(new Place(10, 1).isAfter(new Place(9, 2))).isTrue();
        assertThat(new Place(9, 10).isAfter(new Place(9, 9))).isTrue();
        assertThat(place.isAfter(place)).isFalse();
    }

    @Test
    void whatIsOwedForTheLinesThatAreTakenStandsBesideThem() {
        var lines = JournalLines.lines(entry("5.00", "7.00")).toList();
        var taken = JournalLines.taken(lines, line -> line.line() == 2).toList();
        assertThat(taken).extracting(line -> line.amount().amount()).containsExactly("7.00", "-7.00");
        assertThat(taken).extracting(JournalLine::place).containsExactly(at(2), at(3));
        assertThat(JournalLines.taken(lines, _ -> false)).isEmpty();
        assertThat(JournalLines.taken(lines, _ -> true)).isEqualTo(lines);
    }

    private static Place at(int line) {
        return new Place(1, line);
    }

    private static EarningEntry entry(String... amounts) {
        var lines = List.of(amounts).stream()
                .map(amount -> new Line(MARCH, earning(amount)))
                .toList();
        return new EarningEntry(1, GIL, "run", Instant.EPOCH, lines, EarningChain.accruals(lines), "", "");
    }

    private static Earning earning(String amount) {
        var place = new Earning.Place("ae", "commission", null, null, MARCH, "EUR");
        return new Earning(
                place, Money.of(amount, "EUR"), MARCH, new Reason("EARNED", "Because."), null, List.of(), List.of());
    }
}
