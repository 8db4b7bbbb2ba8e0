package dev.tandem.credit.settlement;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.credit.ledger.Canonical;
import dev.tandem.credit.settlement.Due.Kind;
import dev.tandem.credit.settlement.Posted.Leg;
import dev.tandem.kit.store.Hash;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the parties owe one another for one period: one balance between each pair and in each
/// currency.
///
/// @param lines how many stand behind it
/// @param hash over balances and lines; what the parties sign
record Statement(YearMonth period, List<Balance> balances, int lines, String hash) {

    /// One pair's, in one currency.
    ///
    /// @param creditor who is owed, null when it comes to nothing; `debtor` who owes
    /// @param amount never negative
    /// @param expenses what it sums from, with `credit` and `trueUps`, as the creditor is owed it; a
    /// true-up is what belongs to a period that was signed before
    record Balance(
            CompanyId one,
            CompanyId other,
            @Nullable CompanyId creditor,
            @Nullable CompanyId debtor,
            Money amount,
            Money expenses,
            Money credit,
            Money trueUps) {}

    /// One thing, as the creditor is owed it.
    record Line(
            long seq,
            Kind kind,
            String item,
            CompanyId debtor,
            CompanyId creditor,
            YearMonth origin,
            Money amount,
            Reason because) {}

    static Statement of(PartnershipId partnership, YearMonth period, List<Link> links) {
        var legs = legs(period, links).toList();
        var sums = new TreeMap<String, Fold>();
        legs.forEach(
                leg -> sums.computeIfAbsent(Fold.pair(leg), _ -> new Fold(leg)).add(leg));
        var balances = sums.values().stream().map(Fold::balance).toList();
        var lines = lines(period, links).toList();
        var hash = Hash.hex(partnership.value(), period.toString(), Canonical.text(balances), Canonical.text(lines));
        return new Statement(period, balances, lines.size(), "sha256:" + hash);
    }

    private static Stream<Leg> legs(YearMonth period, List<Link> links) {
        return links.stream()
                .flatMap(link -> link instanceof Posted entry ? entry.credits() : Stream.empty())
                .filter(leg -> leg.posting().equals(period));
    }

    static Stream<Line> lines(YearMonth period, List<Link> links) {
        return links.stream()
                .flatMap(link -> link instanceof Posted entry
                        ? entry.credits().map(leg -> new Placed(entry, leg))
                        : Stream.empty())
                .filter(placed -> placed.leg().posting().equals(period))
                .map(Placed::line);
    }

    private record Placed(Posted entry, Leg leg) {
        Line line() {
            var place = leg.place();
            return new Line(
                    entry.seq(),
                    place.kind(),
                    place.item(),
                    place.debtor(),
                    place.creditor(),
                    place.origin(),
                    leg.amount(),
                    leg.because());
        }
    }

    /// One pair's sums, as the smaller id of the two is owed them.
    private static final class Fold {
        private final CompanyId one;
        private final CompanyId other;
        private Money expenses;
        private Money credit;
        private Money trueUps;

        Fold(Leg first) {
            var inOrder = first.company().compareTo(first.with()) < 0;
            this.one = inOrder ? first.company() : first.with();
            this.other = inOrder ? first.with() : first.company();
            this.expenses = Money.zero(first.amount().currency());
            this.credit = expenses;
            this.trueUps = expenses;
        }

        static String pair(Leg leg) {
            return leg.company().compareTo(leg.with()) < 0
                    ? leg.company() + " " + leg.with() + " " + leg.amount().currencyCode()
                    : leg.with() + " " + leg.company() + " " + leg.amount().currencyCode();
        }

        void add(Leg leg) {
            var amount = leg.company().equals(one) ? leg.amount() : leg.amount().negated();
            if (leg.late()) {
                trueUps = trueUps.plus(amount);
            } else if (leg.place().kind() == Kind.EXPENSE) {
                expenses = expenses.plus(amount);
            } else {
                credit = credit.plus(amount);
            }
        }

        Balance balance() {
            var sum = expenses.plus(credit).plus(trueUps);
            if (sum.isZero()) {
                return new Balance(one, other, null, null, sum, expenses, credit, trueUps);
            }
            return sum.amountMinor().signum() > 0
                    ? new Balance(one, other, one, other, sum, expenses, credit, trueUps)
                    : new Balance(
                            one,
                            other,
                            other,
                            one,
                            sum.negated(),
                            expenses.negated(),
                            credit.negated(),
                            trueUps.negated());
        }
    }
}
