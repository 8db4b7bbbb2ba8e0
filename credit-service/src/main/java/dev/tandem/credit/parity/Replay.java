package dev.tandem.credit.parity;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.contracts.partnership.JointGoals.Band;
import dev.tandem.credit.parity.Side.Person;
import dev.tandem.credit.plan.Exact;
import dev.tandem.credit.plan.Incentive;
import dev.tandem.credit.plan.Rate;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Replays the credit of everybody of both sides under the plan of each: everybody has reached the
/// same share of the plan's goal as of their own, and is paid on the same credit, in one currency.
///
/// A person with credit `c` and quota `q` has reached `c / q`. A plan with the average quota `g`
/// pays them `f(c / q × g) × q / g`, where `f` is what its incentives make of a window's total. What
/// was credited in the time that is compared is taken as one window of each measure.
final class Replay {
    private static final Exact ONE = new Exact(BigInteger.ONE, BigInteger.ONE);

    private final JointRates joint;

    private Replay(JointRates joint) {
        this.joint = joint;
    }

    /// What a plan pays, with one thing after the other switched on.
    ///
    /// @param base at each incentive's first rate, without tiers and caps, at the joint rates
    /// @param tiered with tiers and accelerators
    /// @param capped with caps
    /// @param full with the company's own rates: what the plan pays
    record Pay(Exact base, Exact tiered, Exact capped, Exact full) {
        private Pay plus(Pay other) {
            return new Pay(
                    base.plus(other.base), tiered.plus(other.tiered), capped.plus(other.capped), full.plus(other.full));
        }

        private Pay times(Exact factor) {
            return new Pay(base.times(factor), tiered.times(factor), capped.times(factor), full.times(factor));
        }
    }

    static ParityReport of(Side one, Side other, JointRates joint, Band band) {
        var replay = new Replay(joint);
        var people = Stream.of(one, other)
                .flatMap(side -> side.people().stream().map(replay::attained))
                .toList();
        return ParityReport.of(replay.pay(one, people), replay.pay(other, people), joint.into(), band);
    }

    /// @param share of the own quota, exact; negative where more was taken back than given
    /// @param quota in the comparison's currency
    private record Attained(Person person, Exact share, Exact quota, Exact credit) {}

    private Attained attained(Person person) {
        var credit = person.credits().stream()
                .map(each -> joint.converted(each.amount()))
                .reduce(Exact.ZERO, Exact::plus);
        var quota = joint.converted(person.quota());
        return new Attained(person, credit.dividedBy(quota), quota, credit);
    }

    private Pay pay(Side side, List<Attained> people) {
        var goal = side.goal();
        return people.stream()
                .map(each -> pay(side, each, goal).times(each.quota().dividedBy(goal)))
                .reduce(new Pay(Exact.ZERO, Exact.ZERO, Exact.ZERO, Exact.ZERO), Pay::plus);
    }

    private Pay pay(Side side, Attained who, Exact goal) {
        var total = who.share().times(goal);
        var own = total.times(ownFactor(side, who));
        var quota = goal.rounded(side.plan().currency());
        var pay = new Pay(Exact.ZERO, Exact.ZERO, Exact.ZERO, Exact.ZERO);
        for (var incentive : incentives(side)) {
            pay = pay.plus(new Pay(
                    total.times(firstRate(incentive)),
                    incentive.reward(total, quota),
                    capped(incentive, total, quota),
                    capped(incentive, own, quota)));
        }
        return pay;
    }

    static List<Incentive> incentives(Side side) {
        var incentives = new ArrayList<Incentive>();
        for (var incentive : side.plan().incentives()) {
            side.plan()
                    .measure(incentive.measure())
                    .filter(measure -> measure.creditType() == CreditType.REVENUE)
                    .ifPresent(_ -> incentives.add(incentive));
        }
        return incentives;
    }

    private static Share firstRate(Incentive incentive) {
        return switch (incentive) {
            case Incentive.Flat flat -> flat.rate();
            case Incentive.Tiers tiers -> tiers.steps().getFirst().rate();
            case Incentive.Accelerator accelerator -> accelerator.rate();
        };
    }

    static Exact capped(Incentive incentive, Exact total, Money quota) {
        var reward = incentive.reward(total, quota);
        return incentive.cap() == null ? reward : reward.min(Exact.of(incentive.cap()));
    }

    /// By how much the credit is more in the plan's currency at the company's own rates than at the
    /// joint ones. Where it has no rate of its own, the joint one counts.
    private Exact ownFactor(Side side, Attained who) {
        var plan = side.plan().currency();
        var perPlanUnit = joint.perMinorUnit(plan).orElseThrow();
        var own = Exact.ZERO;
        for (var credit : who.person().credits()) {
            var rate = side.own()
                    .find(credit.amount().currency(), plan, credit.date())
                    .map(Rate::perMinorUnit);
            own = own.plus(own(credit.amount(), rate, perPlanUnit));
        }
        return who.credit().isZero() ? ONE : own.times(perPlanUnit).dividedBy(who.credit());
    }

    private Exact own(Money credit, Optional<Share> rate, Share perPlanUnit) {
        return rate.map(own -> Exact.of(credit).times(own))
                .orElseGet(() -> joint.converted(credit)
                        .dividedBy(new Exact(perPlanUnit.numerator(), perPlanUnit.denominator())));
    }
}
