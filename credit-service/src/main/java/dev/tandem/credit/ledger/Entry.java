package dev.tandem.credit.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.contracts.Money;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One posting about one deal: a link of its partnership's chain. Written once and never changed;
/// what it says is put right only by a later entry.
///
/// @throws IllegalArgumentException from the constructor when the lines of a posting period and
/// currency do not sum to zero, so neither can an unbalanced entry be written nor be read
/// @param seq its place in the chain, from 1 without gaps
/// @param cause id of the event that led to it
/// @param knownAt when it was made, never before the entry before it
/// @param lines may be empty: then the entry only says how the deal was judged
/// @param points of recognition, in whole numbers that sum to zero per posting period too; they stand apart from the
/// lines and are never added to them; null when read from before there were any
/// @param prevHash hash of the entry before; of nothing for the first
/// @param hash over all else
public record Entry(
        long seq,
        Assessment deal,
        String cause,
        Instant knownAt,
        List<Line> lines,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<PointLine> points,
        String prevHash,
        String hash)
        implements Link {

    public Entry {
        lines = List.copyOf(lines);
        points = points == null || points.isEmpty() ? null : List.copyOf(points);
        checkBalance(lines);
        checkPoints(points == null ? List.of() : points);
    }

    /// Without points.
    public Entry(
            long seq, Assessment deal, String cause, Instant knownAt, List<Line> lines, String prevHash, String hash) {
        this(seq, deal, cause, knownAt, lines, null, prevHash, hash);
    }

    private record Book(YearMonth posting, Currency currency) {}

    private static void checkBalance(List<Line> lines) {
        var sums = new HashMap<Book, Money>();
        for (var line : lines) {
            var book = new Book(line.periods().posting(), line.amount().currency());
            sums.merge(book, line.amount(), Money::plus);
        }
        sums.forEach((book, sum) -> {
            if (!sum.isZero()) {
                throw new IllegalArgumentException("lines of " + book + " sum to " + sum + " and not to zero");
            }
        });
    }

    private static void checkPoints(List<PointLine> points) {
        var sums = new HashMap<YearMonth, Long>();
        points.forEach(line -> sums.merge(line.periods().posting(), line.points(), Math::addExact));
        sums.forEach((posting, sum) -> {
            if (sum != 0) {
                throw new IllegalArgumentException("points of " + posting + " sum to " + sum + " and not to zero");
            }
        });
    }

    /// Whether it says more than how the deal was judged.
    public boolean posts() {
        return !lines.isEmpty() || points != null;
    }

    /// What participants gained or lost of recognition points.
    public Stream<PointLine.Gained> gained() {
        return points == null
                ? Stream.empty()
                : points.stream().flatMap(line -> line instanceof PointLine.Gained it ? Stream.of(it) : Stream.empty());
    }

    /// Only what participants gained or lost.
    public Stream<Line.Credit> credits() {
        return lines.stream().filter(Line.Credit.class::isInstance).map(Line.Credit.class::cast);
    }
}
