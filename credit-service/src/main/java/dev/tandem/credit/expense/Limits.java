package dev.tandem.credit.expense;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.partnership.ExpensePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the rules that prevail say about an expense.
///
/// @param bans by whom, and where it says so
/// @param unknown set where a cap is in other currencies only, so that nothing can be decided
record Limits(List<String> bans, List<Cap> caps, Optional<Ruled.Undecided> unknown) {

    /// One party's.
    record Cap(CompanyId party, Money perHead, String clause) {}

    Limits {
        bans = List.copyOf(bans);
        caps = List.copyOf(caps);
    }

    static Limits of(ExpensePolicy policy, List<CompanyId> whose, Spent spent) {
        var bans = new ArrayList<String>();
        var caps = new ArrayList<Cap>();
        Optional<Ruled.Undecided> unknown = Optional.empty();
        for (var rules : policy.rules()) {
            if (whose.contains(rules.party())) {
                rules.banned().stream()
                        .filter(ban -> ban.category().equals(spent.category()))
                        .forEach(ban -> bans.add(rules.party() + " " + ban.clause() + " bans " + ban.category()));
                var capped = rules.caps().stream()
                        .filter(cap -> cap.category().equals(spent.category()))
                        .toList();
                var inCurrency = capped.stream()
                        .filter(cap ->
                                cap.perHead().currency().equals(spent.amount().currency()))
                        .findFirst();
                inCurrency.ifPresent(cap -> caps.add(new Cap(rules.party(), cap.perHead(), cap.clause())));
                if (!capped.isEmpty() && inCurrency.isEmpty()) {
                    unknown = Optional.of(Ruled.Undecided.of(
                            "amount.currency",
                            "CAP_IN_OTHER_CURRENCY",
                            "the cap that applies is in another currency: agree on one in this"));
                }
            }
        }
        return new Limits(bans, caps, bans.isEmpty() ? unknown : Optional.empty());
    }
}
