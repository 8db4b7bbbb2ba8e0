package dev.tandem.credit.plan;

import dev.tandem.contracts.DealId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// A rep's joint credit of one deal, in one type and currency, line by line as it was posted.
///
/// @param effectiveDate of the deal, as last known
public record Credited(
        PartnershipId partnership,
        DealId deal,
        LocalDate effectiveDate,
        CreditType creditType,
        String currency,
        List<Part> parts)
        implements Comparable<Credited> {
    private static final Comparator<Credited> ORDER = Comparator.comparing(Credited::effectiveDate)
            .thenComparing(Credited::partnership)
            .thenComparing(Credited::deal)
            .thenComparing(Credited::creditType)
            .thenComparing(Credited::currency);

    /// @param seq of the joint journal's entry
    public record Part(long seq, Instant knownAt, Money amount) {}

    public Credited {
        parts = List.copyOf(parts);
    }

    /// The same of a deal whose date is known to be another.
    public Credited on(LocalDate date) {
        return new Credited(partnership, deal, date, creditType, currency, parts);
    }

    @Override
    public int compareTo(Credited other) {
        return ORDER.compare(this, other);
    }
}
