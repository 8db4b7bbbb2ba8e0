package dev.tandem.contracts.partnership;

import dev.tandem.contracts.Violation;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which confirmed contributions count by a rule. None counts that is later than the deal's
/// effective date.
///
/// @param daysBefore none that is older than so many days before the deal's effective date; null:
/// however old
/// @param acts only these, in the order of their declaration; empty: all
public record Eligibility(@Nullable Integer daysBefore, Set<Act> acts) {
    private static final int DAYS_MAX = 3_650;

    public Eligibility {
        acts = Collections.unmodifiableSet(new TreeSet<>(acts));
    }

    public boolean counts(Act act) {
        return acts.isEmpty() || acts.contains(act);
    }

    List<Violation> violations(String path) {
        return daysBefore == null || (daysBefore >= 1 && daysBefore <= DAYS_MAX)
                ? List.of()
                : List.of(new Violation(path + ".daysBefore", "RANGE", "must be 1 to " + DAYS_MAX));
    }
}
