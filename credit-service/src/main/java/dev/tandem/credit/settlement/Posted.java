package dev.tandem.credit.settlement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.credit.ledger.Canonical;
import dev.tandem.credit.settlement.Due.Place;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/// What was posted at once, each due as two legs.
///
/// @throws IllegalArgumentException from the constructor when the legs of a period, a pair and a
/// currency do not sum to zero, so neither can an unbalanced entry be written nor be read
/// @param cause the command that led to it
record Posted(long seq, String cause, Instant knownAt, List<Leg> legs, String prevHash, String hash) implements Link {

    /// One side of it.
    ///
    /// @param company whose position it is, towards `with`
    /// @param posting the period that it stands in: the origin while that was not signed
    /// @param amount what the company is owed, or owes if negative
    record Leg(CompanyId company, CompanyId with, Place place, YearMonth posting, Money amount, Reason because) {
        boolean late() {
            return posting.isAfter(place.origin());
        }

        private String book() {
            var first = company.compareTo(with) < 0;
            return posting + " " + (first ? company + " " + with : with + " " + company) + " " + amount.currencyCode();
        }
    }

    Posted {
        legs = List.copyOf(legs);
        checkBalance(legs);
    }

    private static void checkBalance(List<Leg> legs) {
        var sums = new HashMap<String, Money>();
        legs.forEach(leg -> sums.merge(leg.book(), leg.amount(), Money::plus));
        sums.forEach((book, sum) -> {
            if (!sum.isZero()) {
                throw new IllegalArgumentException("legs of " + book + " sum to " + sum + " and not to zero");
            }
        });
    }

    /// The creditor's and the debtor's.
    static Stream<Leg> legs(Due due, YearMonth posting) {
        var place = due.place();
        return Stream.of(
                new Leg(place.creditor(), place.debtor(), place, posting, due.amount(), due.because()),
                new Leg(
                        place.debtor(),
                        place.creditor(),
                        place,
                        posting,
                        due.amount().negated(),
                        due.because()));
    }

    /// The creditors' legs, one for each thing.
    Stream<Leg> credits() {
        return legs.stream().filter(leg -> leg.company().equals(leg.place().creditor()));
    }

    @Override
    @JsonIgnore
    public String content() {
        return String.join("\n", "posted", cause, knownAt.toString(), Canonical.text(legs));
    }
}
