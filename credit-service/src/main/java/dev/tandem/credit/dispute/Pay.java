package dev.tandem.credit.dispute;

import dev.tandem.contracts.Money;
import dev.tandem.credit.plan.FiscalPeriod;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/// What disputes change in the pay of a period: only what is disputed is held, and it is paid in
/// the period in which the dispute is resolved.
///
/// @param held of what is payable in the period
/// @param pays what is payable, less what is held, and what was held before and is released
public record Pay(List<Money> held, List<Money> pays) {
    public Pay {
        held = List.copyOf(held);
        pays = List.copyOf(pays);
    }

    public static Pay of(FiscalPeriod period, List<Money> payable, Collection<Dispute> disputes) {
        var held = new TreeMap<String, Money>();
        var pays = new TreeMap<String, Money>();
        payable.forEach(amount -> pays.merge(amount.currencyCode(), amount, Money::plus));
        disputes.stream()
                .filter(each -> each.holdsIn(period))
                .map(Dispute::held)
                .forEach(part -> {
                    held.merge(part.currencyCode(), part, Money::plus);
                    pays.merge(part.currencyCode(), part.negated(), Money::plus);
                });
        disputes.stream()
                .filter(each -> each.releasesIn(period))
                .map(Dispute::held)
                .forEach(part -> pays.merge(part.currencyCode(), part, Money::plus));
        held.values().removeIf(Money::isZero);
        return new Pay(List.copyOf(held.values()), List.copyOf(pays.values()));
    }
}
