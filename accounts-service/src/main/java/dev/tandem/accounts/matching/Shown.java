package dev.tandem.accounts.matching;

import dev.tandem.accounts.matching.Evidence.Agreement;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What of the evidence a party may read. That a field agrees tells its value to whoever knows their own, so evidence
/// of a field is shown only to those who see the field. That there is more is said of what may be compared, whether it
/// was or not: whoever has a value would learn that the partner has one, too.
public final class Shown {
    private static final Evidence UNSHOWN = Evidence.of(
            "other",
            Agreement.SIMILAR,
            "FIELDS_NOT_SHOWN",
            "Fields that are not shown to you are compared as well where both sides have them.");

    private Shown() {}

    /// @param fields of each partner's account, those that the reader may see, with a value or without
    public static List<Evidence> of(List<Evidence> all, Collection<Set<String>> fields) {
        var shown = all.stream()
                .filter(evidence -> fields.stream().allMatch(seen -> seen.containsAll(Wording.fieldsOf(evidence))))
                .toList();
        var allShown = fields.stream().allMatch(seen -> seen.containsAll(Wording.COMPARED));
        return allShown
                ? shown
                : Stream.concat(shown.stream(), Stream.of(UNSHOWN)).toList();
    }
}
