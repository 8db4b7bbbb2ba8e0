package dev.tandem.credit.whatif;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.credit.crediting.Target;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/// A revision tried on past deals: who would have gained or lost what.
///
/// @param deals how many were tried
/// @param creditedNow how many are credited as things are; `creditedThen`: would be
/// @param notCredited by reason, had the revision governed them all
/// @param changes of everybody for whom anything would change, by company, rep, type and currency
record Trial(
        int revision,
        int deals,
        int creditedNow,
        int creditedThen,
        List<NotCredited> notCredited,
        List<Change> changes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PointChange> points) {

    /// Of recognition points.
    record PointChange(CompanyId company, RepId rep, long now, long then) {
        private PointChange plus(PointChange other) {
            return new PointChange(company, rep, now + other.now, then + other.then);
        }
    }

    record NotCredited(String code, int deals) {}

    /// @param gain negative for a loss
    record Change(CompanyId company, RepId rep, CreditType creditType, Money now, Money then, Money gain) {
        private Change plus(Change other) {
            return new Change(
                    company, rep, creditType, now.plus(other.now), then.plus(other.then), gain.plus(other.gain));
        }

        private String place() {
            return String.join("/", company.value(), rep.value(), creditType.name(), now.currencyCode());
        }
    }

    /// Counts and sums deal by deal.
    static final class Fold {
        private final TreeMap<String, Change> changes = new TreeMap<>();
        private final TreeMap<String, PointChange> points = new TreeMap<>();
        private final TreeMap<String, Integer> reasons = new TreeMap<>();
        private int deals;
        private int creditedNow;
        private int creditedThen;

        void add(Target now, Target then) {
            deals++;
            if (now instanceof Target.Credited credited) {
                creditedNow++;
                credited.lines().forEach(line -> add(line, line.amount(), zero(line)));
                credited.points().forEach(each -> add(new PointChange(each.company(), each.rep(), each.points(), 0)));
            }
            switch (then) {
                case Target.Credited credited -> {
                    creditedThen++;
                    credited.lines().forEach(line -> add(line, zero(line), line.amount()));
                    credited.points()
                            .forEach(each -> add(new PointChange(each.company(), each.rep(), 0, each.points())));
                }
                case Target.NotCredited(var because) -> reasons.merge(because.code(), 1, Integer::sum);
            }
        }

        private void add(PointChange change) {
            points.merge(change.company() + "/" + change.rep(), change, PointChange::plus);
        }

        private static Money zero(Target.Line line) {
            return Money.zero(line.amount().currency());
        }

        private void add(Target.Line line, Money now, Money then) {
            var change = new Change(line.company(), line.rep(), line.creditType(), now, then, then.minus(now));
            Objects.requireNonNull(changes.merge(change.place(), change, Change::plus));
        }

        Trial trial(int revision) {
            var refused = reasons.entrySet().stream()
                    .map(each -> new NotCredited(each.getKey(), each.getValue()))
                    .toList();
            var changed = changes.values().stream()
                    .filter(change -> !change.gain().isZero())
                    .toList();
            var pointed = points.values().stream()
                    .filter(change -> change.now() != change.then())
                    .toList();
            return new Trial(revision, deals, creditedNow, creditedThen, refused, changed, pointed);
        }
    }
}
