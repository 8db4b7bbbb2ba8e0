package dev.tandem.credit.plan;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Share;
import dev.tandem.credit.plan.Earning.Place;
import dev.tandem.credit.plan.Figures.Measured;
import dev.tandem.credit.plan.Plan.Measure;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a rep is due in all: a pure function of the joint credit, the plan's revisions and the
/// rates. Knows nothing of what was paid.
public final class Earnings {
    private final Facts facts;
    private final List<Earning> earnings = new ArrayList<>();
    private final List<Reason> missing = new ArrayList<>();

    /// @param revisions of one plan, in the order in which they take effect; the last of equal ones
    ///     counts
    /// @param through the last period that is figured
    public record Facts(
            RepId rep, List<Plan> revisions, Collection<Credited> credits, Rates rates, FiscalPeriod through) {
        public Facts {
            revisions = List.copyOf(revisions);
            credits = credits.stream().sorted().toList();
        }
    }

    /// What came of it.
    public sealed interface Result {
        record Due(List<Earning> earnings) implements Result {}

        /// Nothing is figured as long as something is missing.
        record Missing(List<Reason> reasons) implements Result {}
    }

    private Earnings(Facts facts) {
        this.facts = facts;
    }

    public static Result of(Facts facts) {
        return new Earnings(facts).result();
    }

    private Result result() {
        var incentives = facts.revisions().stream()
                .flatMap(plan -> plan.incentives().stream().map(Incentive::id))
                .distinct()
                .sorted()
                .toList();
        incentives.forEach(this::measured);
        if (!missing.isEmpty()) {
            return new Result.Missing(missing.stream().distinct().toList());
        }
        earnings.addAll(Draws.of(facts, List.copyOf(earnings)));
        return new Result.Due(List.copyOf(earnings));
    }

    /// The totals of a measure, window by window, deal by deal in the order of their dates.
    private void measured(String incentiveId) {
        var totals = new HashMap<FiscalPeriod, Exact>();
        for (var credit : facts.credits()) {
            governing(facts.revisions(), facts.revisions().getFirst().calendar().of(credit.effectiveDate()))
                    .flatMap(plan -> Step.of(plan, incentiveId, credit, facts))
                    .ifPresent(step -> earn(step, totals));
        }
    }

    static Optional<Plan> governing(List<Plan> revisions, FiscalPeriod period) {
        return revisions.stream()
                .filter(plan -> plan.effectiveFrom().compareTo(period) <= 0)
                .reduce((_, later) -> later);
    }

    /// One deal's turn on one incentive.
    private record Step(
            Plan plan, Incentive incentive, Measure measure, Plan.Member member, Credited credit, FiscalPeriod period) {
        static Optional<Step> of(Plan plan, String incentiveId, Credited credit, Facts facts) {
            var period = plan.calendar().of(credit.effectiveDate());
            return plan.incentives().stream()
                    .filter(each -> each.id().equals(incentiveId))
                    .filter(_ -> period.compareTo(facts.through()) <= 0)
                    .flatMap(each -> plan.measure(each.measure()).stream()
                            .filter(measure -> measure.creditType() == credit.creditType())
                            .flatMap(measure -> plan.member(facts.rep()).stream()
                                    .map(member -> new Step(plan, each, measure, member, credit, period))))
                    .findFirst();
        }

        Exact reward(Exact total) {
            var reward = incentive.reward(total, member.quota());
            return incentive.cap() == null ? reward : reward.min(Exact.of(incentive.cap()));
        }

        Measured figures(Money counted, @Nullable Rate rate, Exact before, Exact after) {
            return new Measured(
                    plan.effectiveFrom(),
                    measure.id(),
                    measure.creditType(),
                    counted,
                    rate,
                    before,
                    after,
                    incentive.formula(),
                    incentive.cap(),
                    reward(before),
                    reward(after));
        }

        Money rounded(Exact total) {
            return reward(total).rounded(plan.currency());
        }
    }

    private void earn(Step step, Map<FiscalPeriod, Exact> totals) {
        var counted = counted(step.credit(), step.plan().clawbackDays());
        var rate = step.plan().currency().getCurrencyCode().equals(step.credit().currency())
                ? Optional.<Rate>empty()
                : facts.rates()
                        .find(
                                counted.currency(),
                                step.plan().currency(),
                                step.credit().effectiveDate());
        if (rate.isEmpty() && !counted.currency().equals(step.plan().currency())) {
            missing.add(rateMissing(step, counted));
            return;
        }
        var window = totals.keySet().stream()
                .filter(period -> step.measure().window().same(period, step.period()))
                .findFirst()
                .orElse(step.period());
        var before = totals.getOrDefault(window, Exact.ZERO);
        var after =
                before.plus(Exact.of(counted).times(rate.map(Rate::perMinorUnit).orElse(Share.ALL)));
        totals.put(window, after);
        var amount = step.rounded(after).minus(step.rounded(before));
        var figures = step.figures(counted, rate.orElse(null), before, after);
        earnings.add(new Earning(
                place(step),
                amount,
                step.period().plus(step.plan().holdPeriods()),
                Earning.because("EARNED", sentence(step, figures, amount)),
                rate.map(Rate::id).orElse(null),
                step.credit().parts().stream()
                        .map(Credited.Part::seq)
                        .distinct()
                        .toList(),
                List.of(figures)));
    }

    /// What of a credit counts: what was taken back too late stays.
    private static Money counted(Credited credit, @Nullable Integer clawbackDays) {
        var zero = Money.of("0", credit.currency());
        return credit.parts().stream()
                .filter(part -> part.amount().amountMinor().signum() >= 0
                        || clawbackDays == null
                        || !part.knownAt()
                                .atZone(ZoneOffset.UTC)
                                .toLocalDate()
                                .isAfter(credit.effectiveDate().plusDays(clawbackDays)))
                .map(Credited.Part::amount)
                .reduce(zero, Money::plus);
    }

    private static Place place(Step step) {
        var credit = step.credit();
        return new Place(
                step.plan().name(),
                step.incentive().id(),
                credit.partnership(),
                credit.deal(),
                step.period(),
                step.plan().currency().getCurrencyCode());
    }

    private static Reason rateMissing(Step step, Money counted) {
        return new Reason(
                "RATE_MISSING",
                "There is no rate from %s to %s for %s or the %d days before."
                        .formatted(
                                counted.currencyCode(),
                                step.plan().currency(),
                                step.credit().effectiveDate(),
                                Rates.DAYS_MAX));
    }

    private static String sentence(Step step, Measured figures, Money amount) {
        var currency = step.plan().currency();
        var rate = figures.rate();
        var converted = rate == null ? "" : " at " + rate.value() + " (rate " + rate.id() + ")";
        var cap = figures.cap() == null ? "" : ", at most " + figures.cap();
        return "Credit of %s%s brings measure %s from %s to %s; %s %s%s, that earns %s."
                .formatted(
                        figures.credit(),
                        converted,
                        figures.measure(),
                        figures.before().text(currency),
                        figures.after().text(currency),
                        step.incentive().id(),
                        figures.formula(),
                        cap,
                        amount);
    }
}
