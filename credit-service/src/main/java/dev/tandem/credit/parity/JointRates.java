package dev.tandem.credit.parity;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.Violation;
import dev.tandem.credit.plan.Exact;
import dev.tandem.credit.plan.Rate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// The rates by which both sides compare, into one currency. Both agree to them with the rest.
record JointRates(Currency into, List<Rate> rates) {
    private static final int RATES_MAX = 200;

    JointRates {
        rates = List.copyOf(rates);
    }

    List<Violation> violations() {
        var violations = new ArrayList<Violation>();
        var from = new HashSet<Currency>();
        if (rates.size() > RATES_MAX) {
            violations.add(new Violation("terms.rates", "SIZE", "must be " + RATES_MAX + " at most"));
        }
        for (int i = 0; i < rates.size(); i++) {
            var path = "terms.rates[" + i + "]";
            violations.addAll(rates.get(i).violations(path));
            if (!rates.get(i).to().equals(into)) {
                violations.add(new Violation(path + ".to", "CURRENCY", "must be the currency of the comparison"));
            }
            if (!from.add(rates.get(i).from())) {
                violations.add(new Violation(path + ".from", "DUPLICATE", "one rate per currency"));
            }
        }
        return violations;
    }

    /// Minor units of the comparison's currency per minor unit of that one; empty where none was agreed.
    Optional<Share> perMinorUnit(Currency from) {
        return from.equals(into)
                ? Optional.of(Share.ALL)
                : rates.stream()
                        .filter(rate -> rate.from().equals(from))
                        .findFirst()
                        .map(Rate::perMinorUnit);
    }

    /// @throws java.util.NoSuchElementException where no rate was agreed
    Exact converted(Money money) {
        return Exact.of(money).times(perMinorUnit(money.currency()).orElseThrow());
    }
}
