package dev.tandem.credit.dispute;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.credit.plan.Earning;
import dev.tandem.credit.plan.FiscalPeriod;
import dev.tandem.kit.store.Hash;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A line of a rep's statement that the rep, or their manager, says should be another amount.
///
/// @param seq the link of the company's chain with the line, and `place` which line of it
/// @param claimed what it should be
/// @param heldIn the period in whose pay the disputed part is missing; null where it was paid before
/// @param raisedBy the opaque id of whoever is a rep, else the token's subject
/// @param answerBy the day by which finance is to answer
/// @param resolution null while it is open
public record Dispute(
        String id,
        RepId rep,
        long seq,
        Earning.Place place,
        Money posted,
        Money claimed,
        @Nullable FiscalPeriod heldIn,
        String raisedBy,
        Instant raisedAt,
        LocalDate answerBy,
        Reason because,
        @Nullable Resolution resolution) {
    private static final String RULE = "dispute-";

    /// How finance decided: as claimed, as it was, or otherwise.
    public enum Outcome {
        UPHELD,
        REJECTED,
        ADJUSTED
    }

    /// @param adjustment what is posted on top of the line, zero if it was right
    /// @param releasedIn the period in whose pay the disputed part is again
    /// @param person who decided: the token's subject
    public record Resolution(
            Outcome outcome, Money adjustment, FiscalPeriod releasedIn, String person, Instant at, Reason because) {}

    public Dispute resolved(@Nullable Resolution by) {
        return new Dispute(id, rep, seq, place, posted, claimed, heldIn, raisedBy, raisedAt, answerBy, because, by);
    }

    /// As it stood at a time: nothing before it was raised, and open before it was decided.
    public Optional<Dispute> asOf(Instant at) {
        if (raisedAt.isAfter(at)) {
            return Optional.empty();
        }
        return Optional.of(resolution != null && resolution.at().isAfter(at) ? resolved(null) : this);
    }

    @JsonIgnore
    public boolean isOpen() {
        return resolution == null;
    }

    /// Stored, so that a unique index lets a line have one open dispute at a time.
    @JsonProperty
    String openLine() {
        return isOpen() ? Hash.hex(rep.value(), Long.toString(seq), place.toString()) : id;
    }

    /// The part of the line that both sides do not agree on: what lies between it and the claim, as
    /// far as it is on the line. All else is paid.
    public Money held() {
        var zero = Money.zero(posted.currency());
        if (heldIn == null) {
            return zero;
        }
        var line = posted.amountMinor();
        var agreed = claimed.amountMinor().max(line.min(BigInteger.ZERO)).min(line.max(BigInteger.ZERO));
        return new Money(line.subtract(agreed), posted.currency());
    }

    /// Whether the disputed part is missing in the pay of a period.
    boolean holdsIn(FiscalPeriod period) {
        return period.equals(heldIn)
                && (resolution == null || resolution.releasedIn().compareTo(period) > 0);
    }

    boolean releasesIn(FiscalPeriod period) {
        return heldIn != null
                && resolution != null
                && resolution.releasedIn().equals(period)
                && heldIn.compareTo(period) < 0;
    }

    /// What is due by the resolution; empty while there is none.
    public Optional<Earning> adjustment() {
        return Optional.ofNullable(resolution)
                .map(by -> new Earning(
                        new Earning.Place(
                                place.plan(),
                                RULE + id,
                                place.partnership(),
                                place.deal(),
                                place.earnedIn(),
                                place.currency()),
                        by.adjustment(),
                        by.releasedIn(),
                        Earning.because("DISPUTE_" + by.outcome(), sentence(by)),
                        null,
                        List.of(),
                        List.of()));
    }

    private String sentence(Resolution by) {
        return "Dispute of link %d: %s stood, %s were claimed, so %s is posted. %s"
                .formatted(seq, posted, claimed, by.adjustment(), by.because().sentence());
    }

    /// Whether a line is the posting of a resolution.
    public static boolean isResolution(Earning.Place place) {
        return place.rule().startsWith(RULE);
    }
}
