package dev.tandem.accounts.matching;

import dev.tandem.accounts.matching.Evidence.Agreement;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What of the evidence a party may read. That a field agrees tells its value to whoever knows their own, so evidence
/// of a field is shown only to those who see the field.
public final class Shown {
    private static final Evidence UNSHOWN = Evidence.of(
            "other", Agreement.SIMILAR, "FIELDS_NOT_SHOWN", "Fields that are not shown to you were compared as well.");

    private Shown() {}

    /// @param fields of each partner's account, those that the reader sees
    public static List<Evidence> of(List<Evidence> all, Collection<Set<String>> fields) {
        var shown = all.stream()
                .filter(evidence -> fields.stream().allMatch(seen -> seen.contains(evidence.field())))
                .toList();
        return shown.size() == all.size()
                ? shown
                : Stream.concat(shown.stream(), Stream.of(UNSHOWN)).toList();
    }
}
