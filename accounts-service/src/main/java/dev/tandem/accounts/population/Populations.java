package dev.tandem.accounts.population;

import dev.tandem.contracts.partnership.PopulationName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The populations of one company's own, ready to be judged by.
public final class Populations {
    /// Of a company that has none of its own.
    public static final Populations NONE = new Populations(Defined.none(new dev.tandem.contracts.CompanyId("none")));

    private final long revision;
    private final Map<PopulationName, Rule> rules = new TreeMap<>();

    Populations(Defined defined) {
        revision = defined.revision();
        defined.populations().forEach(each -> rules.put(each.name(), RuleParser.parse(each.rule())));
    }

    public long revision() {
        return revision;
    }

    public List<PopulationName> names() {
        return List.copyOf(rules.keySet());
    }

    /// Those that an account with these fields and opportunities is in, by name.
    public List<PopulationName> of(Map<String, String> fields, List<Map<String, String>> opportunities) {
        if (rules.isEmpty()) {
            return List.of();
        }
        var facts = new Judge.Facts(fields, opportunities);
        return rules.entrySet().stream()
                .filter(each -> Judge.meets(facts, each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
