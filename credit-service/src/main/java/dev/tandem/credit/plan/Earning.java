package dev.tandem.credit.plan;

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
public record Earning(
        Place place,
        Money amount,
        FiscalPeriod payableIn,
        Reason because,
        @Nullable String rateId,
        List<Long> journalSeqs) {

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
                new Reason(because.code(), because.sentence() + " " + other.because.sentence()),
                rates(other),
                Stream.concat(journalSeqs.stream(), other.journalSeqs.stream())
                        .distinct()
                        .sorted()
                        .toList());
    }
}
