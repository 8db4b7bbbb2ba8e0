package dev.tandem.credit.plan;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.credit.plan.Earning.Place;
import dev.tandem.credit.plan.Figures.Drawn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What a draw adds to each period and takes back from later ones.
final class Draws {
    private Draws() {}

    static List<Earning> of(Earnings.Facts facts, Collection<Earning> earned) {
        var draws = new ArrayList<Earning>();
        var first = facts.revisions().getFirst();
        var owed = Money.zero(first.currency());
        for (var period = first.effectiveFrom(); period.compareTo(facts.through()) <= 0; period = period.next()) {
            var plan = Earnings.governing(facts.revisions(), period).orElseThrow();
            var draw = plan.member(facts.rep()).isPresent() ? plan.draw() : null;
            var amount = sum(earned, period, first);
            var change = draw == null ? recovered(owed, amount) : change(draw, owed, amount);
            if (!change.isZero()) {
                draws.add(earning(
                        plan,
                        period,
                        change,
                        new Drawn(plan.effectiveFrom(), amount, draw == null ? null : draw.perPeriod(), owed)));
            }
            owed = draw == null || draw.recoverable() || change.amountMinor().signum() < 0 ? owed.plus(change) : owed;
        }
        return draws;
    }

    private static Money sum(Collection<Earning> earned, FiscalPeriod period, Plan plan) {
        return earned.stream()
                .filter(earning -> earning.place().earnedIn().equals(period))
                .map(Earning::amount)
                .reduce(Money.zero(plan.currency()), Money::plus);
    }

    /// What is missing to the draw, or what is above it up to what is owed.
    private static Money change(Plan.Draw draw, Money owed, Money earned) {
        var missing = draw.perPeriod().minus(earned);
        return missing.amountMinor().signum() > 0 ? missing : recovered(owed, missing.negated());
    }

    private static Money recovered(Money owed, Money above) {
        var recovered = owed.amountMinor().min(above.amountMinor()).max(java.math.BigInteger.ZERO);
        return new Money(recovered.negate(), owed.currency());
    }

    private static Earning earning(Plan plan, FiscalPeriod period, Money change, Drawn drawn) {
        var place = new Place(plan.name(), "draw", null, null, period, change.currencyCode());
        var because = change.amountMinor().signum() > 0
                ? new Reason("DRAW", "The draw of the period exceeds what was earned by " + change + ".")
                : new Reason(
                        "DRAW_RECOVERED",
                        "Of the " + drawn.owed() + " drawn before, " + change.negated() + " are recovered.");
        return new Earning(place, change, period, because, null, List.of(), List.of(drawn));
    }
}
