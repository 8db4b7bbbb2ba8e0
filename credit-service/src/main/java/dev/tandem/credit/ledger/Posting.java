package dev.tandem.credit.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The next entry of a chain: a pure function of its head, of what was posted about the deal, and
/// of the target.
final class Posting {
    private Posting() {}

    /// @param cause id of the event that made somebody look
    /// @param closedThrough the last period closed so far, null for none
    record Occasion(String cause, Instant now, @Nullable YearMonth closedThrough) {}

    /// Nothing when what is posted is what should be.
    ///
    /// @param ofDeal all entries about the deal, in order
    static Optional<Entry> next(
            Optional<? extends Link> head, List<Entry> ofDeal, Assessed assessed, Occasion occasion) {
        var assessment = assessed.assessment();
        var lines = Difference.lines(assessed, Difference.posted(ofDeal), occasion.closedThrough());
        var points = PointDifference.lines(assessed, PointDifference.posted(ofDeal), occasion.closedThrough());
        var told = !ofDeal.isEmpty() && ofDeal.getLast().deal().tellsTheSame(assessment);
        return lines.isEmpty() && points.isEmpty() && told
                ? Optional.empty()
                : Optional.of(entry(head, new Content(assessment, lines, points), occasion));
    }

    private record Content(Assessment assessment, List<Line> lines, List<PointLine> points) {}

    private static Entry entry(Optional<? extends Link> head, Content content, Occasion occasion) {
        return Seal.sealed(new Entry(
                head.<Long>map(Link::seq).orElse(0L) + 1,
                content.assessment(),
                occasion.cause(),
                head.<Instant>map(Link::knownAt)
                        .filter(occasion.now()::isBefore)
                        .orElse(occasion.now()),
                content.lines(),
                content.points(),
                head.<String>map(Link::hash).orElse(Seal.NOTHING),
                Seal.NOTHING));
    }
}
