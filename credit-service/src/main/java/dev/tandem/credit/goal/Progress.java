package dev.tandem.credit.goal;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.contracts.partnership.JointGoals.Target;
import dev.tandem.credit.ledger.Entry;
import dev.tandem.credit.ledger.Line;
import dev.tandem.credit.ledger.Link;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How far each joint target was reached, in all and as it counts for each party. Of a deal it keeps
/// what counts and no more, so that a long journal passes by.
final class Progress {
    private final List<Target> targets;
    private final Map<DealId, Sale> sales = new HashMap<>();
    private final Map<Target, Map<CompanyId, Money>> credited = new HashMap<>();

    Progress(List<Target> targets) {
        this.targets = List.copyOf(targets);
        targets.forEach(target -> credited.put(target, new TreeMap<>()));
    }

    List<Target> targets() {
        return targets;
    }

    /// A deal as it was judged last.
    private record Sale(CompanyId owner, YearMonth period, Money net) {
        boolean countsIn(Target target) {
            return in(target, period) && net.currency().equals(target.amount().currency());
        }
    }

    private static boolean in(Target target, YearMonth period) {
        return !period.isBefore(target.from()) && !period.isAfter(target.through());
    }

    void add(Link link) {
        if (link instanceof Entry entry) {
            var deal = entry.deal();
            sales.remove(deal.deal());
            var sale = new Sale(deal.owner(), deal.period(), deal.net());
            if (deal.credited() && targets.stream().anyMatch(sale::countsIn)) {
                sales.put(deal.deal(), sale);
            }
            entry.credits()
                    .filter(line -> line.creditType() == CreditType.REVENUE)
                    .forEach(this::add);
        }
    }

    private void add(Line.Credit line) {
        targets.stream()
                .filter(target -> in(target, line.periods().origin())
                        && line.amount().currency().equals(target.amount().currency()))
                .forEach(target ->
                        Objects.requireNonNull(credited.get(target)).merge(line.company(), line.amount(), Money::plus));
    }

    /// @param reached each sale once and in full
    /// @param deals how many
    record Reached(Target target, Money reached, int deals) {}

    List<Reached> joint() {
        return targets.stream()
                .map(target -> new Reached(target, sum(target, null), (int) sales.values().stream()
                        .filter(sale -> sale.countsIn(target))
                        .count()))
                .toList();
    }

    /// What of a target counts in the party's own, by the agreed rule.
    Money own(Target target, CompanyId party) {
        return switch (target.counts()) {
            case FULL -> sum(target, null);
            case OWNER -> sum(target, party);
            case CREDITED ->
                Objects.requireNonNull(credited.get(target))
                        .getOrDefault(party, Money.zero(target.amount().currency()));
        };
    }

    private Money sum(Target target, @Nullable CompanyId owner) {
        return sales.values().stream()
                .filter(sale ->
                        sale.countsIn(target) && (owner == null || sale.owner().equals(owner)))
                .map(Sale::net)
                .reduce(Money.zero(target.amount().currency()), Money::plus);
    }
}
