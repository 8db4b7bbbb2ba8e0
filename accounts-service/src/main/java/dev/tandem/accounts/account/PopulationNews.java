package dev.tandem.accounts.account;

import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmOut;
import dev.tandem.contracts.crm.CrmOut.PopulationsChanged;
import dev.tandem.contracts.partnership.PopulationName;
import dev.tandem.kit.store.Outgoing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells a company's own systems which populations an account entered and left.
final class PopulationNews {
    private PopulationNews() {}

    /// Nothing for an account that is new and only in the built-in population that its fields name.
    static Optional<Outgoing> of(Account was, Account next) {
        var before = names(was);
        var after = names(next);
        var plain =
                was.customPopulations().isEmpty() && next.customPopulations().isEmpty();
        if (before.equals(after) || (plain && was.live() != next.live())) {
            return Optional.empty();
        }
        var ref = next.ref();
        CrmOut news = new PopulationsChanged(ref.account(), after, without(after, before), without(before, after));
        return Optional.of(Outgoing.to(Topics.crmOut(ref.company()), "populations/" + ref.account(), news));
    }

    /// Those of a live account, the built-in one first.
    private static List<String> names(Account account) {
        var names = new ArrayList<String>();
        if (account.live()) {
            names.add(account.population().name());
            account.customPopulations().stream().map(PopulationName::value).forEach(names::add);
        }
        return names;
    }

    private static List<String> without(List<String> names, List<String> others) {
        return names.stream().filter(name -> !others.contains(name)).toList();
    }
}
