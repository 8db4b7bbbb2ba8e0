package dev.tandem.credit.earning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.credit.plan.Earning;
import dev.tandem.credit.plan.Earnings;
import dev.tandem.credit.plan.FiscalPeriod;
import dev.tandem.credit.plan.Plan;
import dev.tandem.credit.planning.OwnPlans;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Service;

/// What a company's people would have been due of past deals by a revision that is not in force. Nothing is posted.
@Service
class PlanTrial {
    private final OwnPlans plans;
    private final OwnCredit credit;

    PlanTrial(OwnPlans plans, OwnCredit credit) {
        this.plans = plans;
        this.credit = credit;
    }

    /// The fiscal periods whose deals are tried.
    record Span(FiscalPeriod from, FiscalPeriod through) {
        boolean holds(FiscalPeriod period) {
            return period.compareTo(from) >= 0 && period.compareTo(through) <= 0;
        }
    }

    /// @param now due by the plans in force, `then`: by the draft alone, had it begun with the first period
    /// @param gain negative for a loss
    record Change(RepId rep, Money now, Money then, Money gain) {}

    /// @param changes of everybody who is in the draft, or in the plan of its name, one per currency
    /// @param missing what nothing could be figured without; who lacks it is not among the changes
    record Tried(String plan, FiscalPeriod from, FiscalPeriod through, List<Change> changes, List<Reason> missing) {}

    Tried of(CompanyId company, Plan draft, Span span) {
        var then = draft.from(span.from());
        var missing = new ArrayList<Reason>();
        var changes = new ArrayList<Change>();
        for (var rep : concerned(company, draft)) {
            var now = figured(company, rep, plans.revisionsFor(company, rep), span);
            var tried = figured(company, rep, List.of(then), span);
            lacking(now, missing);
            lacking(tried, missing);
            if (now instanceof Earnings.Result.Due(var before) && tried instanceof Earnings.Result.Due(var after)) {
                changes.addAll(changes(rep, sums(before, span), sums(after, span)));
            }
        }
        return new Tried(
                draft.name(),
                span.from(),
                span.through(),
                changes,
                missing.stream().distinct().toList());
    }

    private Set<RepId> concerned(CompanyId company, Plan draft) {
        var reps = new TreeSet<RepId>();
        draft.members().forEach(member -> reps.add(member.rep()));
        plans.last(company, draft.name()).ifPresent(plan -> plan.members().forEach(member -> reps.add(member.rep())));
        return reps;
    }

    private Earnings.Result figured(CompanyId company, RepId rep, List<Plan> revisions, Span span) {
        return revisions.isEmpty()
                ? new Earnings.Result.Due(List.of())
                : Earnings.of(new Earnings.Facts(
                        rep, revisions, credit.of(company, rep), plans.rates(company), span.through()));
    }

    private static void lacking(Earnings.Result result, List<Reason> missing) {
        if (result instanceof Earnings.Result.Missing(var reasons)) {
            missing.addAll(reasons);
        }
    }

    private static Map<String, Money> sums(List<Earning> due, Span span) {
        var sums = new TreeMap<String, Money>();
        due.stream()
                .filter(earning -> span.holds(earning.place().earnedIn()))
                .forEach(earning -> sums.merge(earning.amount().currencyCode(), earning.amount(), Money::plus));
        return sums;
    }

    private static List<Change> changes(RepId rep, Map<String, Money> now, Map<String, Money> then) {
        var currencies = new TreeSet<>(now.keySet());
        currencies.addAll(then.keySet());
        return currencies.stream()
                .map(currency -> {
                    var before = now.getOrDefault(currency, Money.of("0", currency));
                    var after = then.getOrDefault(currency, Money.of("0", currency));
                    return new Change(rep, before, after, after.minus(before));
                })
                .toList();
    }
}
