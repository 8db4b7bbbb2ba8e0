package dev.tandem.credit.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is due to a rep on one line.
///
/// @param payableIn the period in which it may be paid, after the plan's hold
/// @param journalSeqs the joint entries that it rests on
/// @param figures how it was figured; empty where a resolution says it, or nothing is due any more
/// @param replaces what was posted on the same line before, null for nothing
public record Earning(
        Place place,
        Money amount,
        FiscalPeriod payableIn,
        Reason because,
        @Nullable String rateId,
        List<Long> journalSeqs,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<Figures> figures,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Money replaces) {
    private static final int SENTENCE_MAX = 1_000;

    /// Where it stands: an incentive and a deal, or the draw of a period.
    ///
    /// @param rule the incentive's id, or `draw`
    public record Place(
            String plan,
            String rule,
            @Nullable PartnershipId partnership,
            @Nullable DealId deal,
            FiscalPeriod earnedIn,
            String currency)
            implements Comparable<Place> {
        private static final Comparator<Place> ORDER = Comparator.comparing(Place::earnedIn)
                .thenComparing(Place::plan)
                .thenComparing(Place::rule)
                .thenComparing(place -> Objects.toString(place.partnership(), ""))
                .thenComparing(place -> Objects.toString(place.deal(), ""))
                .thenComparing(Place::currency);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    public Earning {
        journalSeqs = List.copyOf(journalSeqs);
        figures = figures == null ? List.of() : List.copyOf(figures);
    }

    /// With nothing posted before.
    public Earning(
            Place place,
            Money amount,
            FiscalPeriod payableIn,
            Reason because,
            @Nullable String rateId,
            List<Long> journalSeqs,
            List<Figures> figures) {
        this(place, amount, payableIn, because, rateId, journalSeqs, figures, null);
    }

    /// A reason whose sentence is cut where it would be longer than one may be; the figures say all.
    public static Reason because(String code, String sentence) {
        return new Reason(
                code, sentence.length() <= SENTENCE_MAX ? sentence : sentence.substring(0, SENTENCE_MAX - 1) + "…");
    }

    /// What is posted now, where something was posted before.
    public Earning lessPosted(Money posted) {
        var now = amount.minus(posted);
        var says = because.sentence() + " " + posted + " were posted before, so " + now + " is posted now.";
        return new Earning(place, now, payableIn, because(because.code(), says), rateId, journalSeqs, figures, posted);
    }

    private static Stream<Figures> shown(Earning earning) {
        return earning.figures == null ? Stream.empty() : earning.figures.stream();
    }

    private @Nullable String rates(Earning other) {
        if (rateId == null || rateId.equals(other.rateId)) {
            return other.rateId;
        }
        return other.rateId == null ? rateId : rateId + ", " + other.rateId;
    }

    /// Both together, on one line: what earns nothing is not told where the other does.
    public Earning and(Earning other) {
        if (amount.isZero() || other.amount.isZero()) {
            return amount.isZero() ? other : this;
        }
        return new Earning(
                place,
                amount.plus(other.amount),
                payableIn,
                because(because.code(), because.sentence() + " " + other.because.sentence()),
                rates(other),
                Stream.concat(journalSeqs.stream(), other.journalSeqs.stream())
                        .distinct()
                        .sorted()
                        .toList(),
                Stream.concat(shown(this), shown(other)).toList());
    }
}
