package dev.tandem.credit.parity;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.RepId;
import dev.tandem.credit.parity.Side.Person;
import dev.tandem.credit.plan.Exact;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/// What single deals are worth to one company's people by their plan: what the plan pays with the deal, less what it
/// would pay without it. What was credited in the time looked at is taken as one window of each measure.
final class Marginal {
    private static final Exact ONE = new Exact(BigInteger.ONE, BigInteger.ONE);

    private final Side side;
    private final Converting into;
    private final Map<RepId, Exact> totals = new HashMap<>();

    /// An amount of a day in minor units of the plan's currency.
    interface Converting {
        Exact converted(LocalDate date, Money amount);
    }

    Marginal(Side side, Converting into) {
        this.side = side;
        this.into = into;
        side.people()
                .forEach(person -> totals.put(
                        person.rep(),
                        person.credits().stream()
                                .map(each -> into.converted(each.date(), each.amount()))
                                .reduce(Exact.ZERO, Exact::plus)));
    }

    /// Whether the company's people are paid more because of the deal.
    boolean pays(SharedDeal deal) {
        return paid(deal, ONE).compareTo(Exact.ZERO) > 0;
    }

    /// Whether the company owns the deal and its people would be paid more if they had all of it, divided among them
    /// as now.
    boolean losesBySharing(SharedDeal deal) {
        var own = deal.of(side.company()).values().stream()
                .reduce(Money.zero(deal.net().currency()), Money::plus);
        if (!deal.owner().equals(side.company()) || own.amountMinor().signum() <= 0) {
            return false;
        }
        var all = Exact.of(deal.net()).dividedBy(Exact.of(own));
        return paid(deal, all).compareTo(paid(deal, ONE)) > 0;
    }

    /// @param part how much of what they have of the deal
    private Exact paid(SharedDeal deal, Exact part) {
        var paid = Exact.ZERO;
        for (var person : side.people()) {
            var credit = deal.of(side.company()).get(person.rep());
            if (credit != null) {
                paid = paid.plus(paid(person, into.converted(deal.date(), credit), part));
            }
        }
        return paid;
    }

    private Exact paid(Person person, Exact credit, Exact part) {
        var without = totals.getOrDefault(person.rep(), Exact.ZERO).minus(credit);
        return pay(person, without.plus(credit.times(part))).minus(pay(person, without));
    }

    private Exact pay(Person person, Exact total) {
        return Replay.incentives(side).stream()
                .map(incentive -> Replay.capped(incentive, total, person.quota()))
                .reduce(Exact.ZERO, Exact::plus);
    }
}
