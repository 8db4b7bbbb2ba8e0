package dev.tandem.roster.exchange;

import dev.tandem.contracts.RepId;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What a party may hold of another's reps now.
public record Effective(Set<OfferedField> fields, Set<RepId> reps) {
    static final Effective NOTHING = new Effective(Set.of(), Set.of());

    public Effective {
        fields = Set.copyOf(fields);
        reps = Set.copyOf(reps);
    }

    /// Empty for a rep that is not in it.
    public Map<String, String> of(RepId rep, Map<String, String> values) {
        return reps.contains(rep) ? OfferedField.chosen(new TreeSet<>(fields), values) : Map.of();
    }
}
