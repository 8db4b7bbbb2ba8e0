package dev.tandem.credit.plan;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One revision of a compensation plan, governing the deals of its fiscal periods until the next
/// revision begins.
///
/// @param name unique in the company; keeps currency and calendar for good
/// @param draw null for none
/// @param holdPeriods how many periods after it was earned it is payable
/// @param clawbackDays a credit taken back later than so many days after the deal's date stays
/// paid; null: never
public record Plan(
        String name,
        FiscalPeriod effectiveFrom,
        Currency currency,
        FiscalCalendar calendar,
        List<Measure> measures,
        List<Incentive> incentives,
        @Nullable Draw draw,
        int holdPeriods,
        @Nullable Integer clawbackDays,
        List<Member> members) {
    private static final int HOLD_MAX = 24;
    private static final int NAME_MAX = 64;

    /// Over what a measure sums.
    public enum Window {
        PERIOD,
        QUARTER,
        YEAR;

        boolean same(FiscalPeriod one, FiscalPeriod other) {
            return one.year() == other.year()
                    && switch (this) {
                        case PERIOD -> one.number() == other.number();
                        case QUARTER -> one.quarter() == other.quarter();
                        case YEAR -> true;
                    };
        }
    }

    /// The credit of one type, summed over a window, in the plan's currency.
    public record Measure(String id, CreditType creditType, Window window) {}

    /// What is paid at least per period.
    ///
    /// @param recoverable whether later earnings pay it back
    public record Draw(Money perPeriod, boolean recoverable) {}

    /// @param quota for one window of each measure
    public record Member(RepId rep, Money quota) {}

    public Plan {
        measures = List.copyOf(measures);
        incentives = List.copyOf(incentives);
        members = List.copyOf(members);
    }

    /// The same, governing from another period on.
    public Plan from(FiscalPeriod first) {
        return new Plan(
                name, first, currency, calendar, measures, incentives, draw, holdPeriods, clawbackDays, members);
    }

    public Optional<Measure> measure(String id) {
        return measures.stream().filter(measure -> measure.id().equals(id)).findFirst();
    }

    public Optional<Member> member(RepId rep) {
        return members.stream().filter(member -> member.rep().equals(rep)).findFirst();
    }

    /// Every broken rule; empty when the plan may be put in force.
    public List<Violation> violations() {
        var violations = new ArrayList<>(calendar.violations("calendar"));
        range(violations, "name", !name.isBlank() && name.length() <= NAME_MAX, "must be 1 to 64 characters");
        range(violations, "holdPeriods", holdPeriods >= 0 && holdPeriods <= HOLD_MAX, "must be 0 to 24");
        range(violations, "clawbackDays", clawbackDays == null || clawbackDays >= 0, "must not be negative");
        if (draw != null) {
            range(violations, "draw.perPeriod", draw.perPeriod().amountMinor().signum() > 0, "must be above zero");
            currency(violations, "draw.perPeriod", draw.perPeriod());
        }
        var ids = new HashSet<String>();
        for (int i = 0; i < measures.size(); i++) {
            unique(violations, "measures[" + i + "].id", ids.add(measures.get(i).id()));
        }
        for (int i = 0; i < incentives.size(); i++) {
            check(violations, "incentives[" + i + "]", incentives.get(i));
            unique(
                    violations,
                    "incentives[" + i + "].id",
                    ids.add(incentives.get(i).id()));
        }
        for (int i = 0; i < members.size(); i++) {
            currency(violations, "members[" + i + "].quota", members.get(i).quota());
            unique(
                    violations,
                    "members[" + i + "].rep",
                    ids.add("rep/" + members.get(i).rep()));
        }
        return violations;
    }

    private void check(List<Violation> violations, String path, Incentive incentive) {
        if (measure(incentive.measure()).isEmpty()) {
            violations.add(new Violation(path + ".measure", "NOT_A_MEASURE", "must be the id of a measure"));
        }
        if (incentive.cap() != null) {
            currency(violations, path + ".cap", incentive.cap());
        }
        if (incentive instanceof Incentive.Tiers tiers) {
            tiers.steps().forEach(step -> currency(violations, path + ".steps", step.from()));
        }
        violations.addAll(incentive.violations(path));
    }

    private void currency(List<Violation> violations, String field, Money money) {
        if (!money.currency().equals(currency)) {
            violations.add(new Violation(field, "CURRENCY", "must be in the plan's currency, " + currency));
        }
    }

    private static void range(List<Violation> violations, String field, boolean holds, String message) {
        if (!holds) {
            violations.add(new Violation(field, "RANGE", message));
        }
    }

    private static void unique(List<Violation> violations, String field, boolean isNew) {
        if (!isNew) {
            violations.add(new Violation(field, "DUPLICATE", "is there twice"));
        }
    }
}
