package dev.tandem.credit.expense;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.Violation;
import dev.tandem.credit.crediting.Split;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the agreement makes of an expense.
public sealed interface Ruled {

    /// @param revision of the agreement by which it was decided
    /// @param whose the parties whose rules prevail
    /// @param clause where the agreement says so
    /// @param shared what the parties bear together; the rest stays with who paid
    /// @param parts who bears how much of it
    /// @param because whose rules prevail, what they limit, and who bears what, each with its clause
    record Shared(
            int revision,
            List<CompanyId> whose,
            String clause,
            Money shared,
            Money unshared,
            Map<CompanyId, Split> parts,
            List<Reason> because)
            implements Ruled {
        public Shared {
            whose = List.copyOf(whose);
            parts = java.util.Collections.unmodifiableMap(new TreeMap<>(parts));
            because = List.copyOf(because);
        }
    }

    /// The agreement says nothing by which it could be decided.
    record Undecided(List<Violation> violations) implements Ruled {
        public Undecided {
            violations = List.copyOf(violations);
        }

        static Undecided of(String field, String rule, String message) {
            return new Undecided(List.of(new Violation(field, rule, message)));
        }
    }
}
