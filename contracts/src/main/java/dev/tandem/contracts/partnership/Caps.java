package dev.tandem.contracts.partnership;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Upper limits of a crediting rule.
///
/// @param participantMax nobody gets a larger share than this while somebody else is below it; what
/// is above goes to the others in proportion. Where too few take part to keep it, all get the same
/// @param dealMax of a deal in that currency no more than this is credited, whichever its sign; one
/// per currency
public record Caps(@Nullable Share participantMax, List<Money> dealMax) {

    public Caps {
        dealMax = List.copyOf(dealMax);
    }

    /// The most that is credited of a deal in this currency; empty for no limit.
    public Optional<Money> dealMaxIn(String currencyCode) {
        return dealMax.stream()
                .filter(max -> max.currencyCode().equals(currencyCode))
                .findFirst();
    }

    List<Violation> violations(String path, CreditingPolicy.Mode mode) {
        var violations = new ArrayList<Violation>();
        var currencies = new HashSet<String>();
        if (participantMax != null && (participantMax.equals(Share.NONE) || participantMax.compareTo(Share.ALL) > 0)) {
            violations.add(new Violation(path + ".participantMax", "RANGE", "must be above 0% and at most 100%"));
        }
        if (participantMax != null && mode == CreditingPolicy.Mode.POOL) {
            violations.add(new Violation(
                    path + ".participantMax", "POOL_HAS_NO_PARTICIPANTS", "a pool has no participants to limit"));
        }
        for (int i = 0; i < dealMax.size(); i++) {
            if (dealMax.get(i).amountMinor().signum() <= 0) {
                violations.add(new Violation(path + ".dealMax[" + i + "]", "RANGE", "must be above zero"));
            }
            if (!currencies.add(dealMax.get(i).currencyCode())) {
                violations.add(new Violation(path + ".dealMax[" + i + "]", "DUPLICATE_CURRENCY", "one per currency"));
            }
        }
        return violations;
    }
}
