package dev.tandem.contracts.partnership;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.Violation;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the parties share what joint selling costs, and whose own rules decide what may be shared.
///
/// @param categories nothing of any other category is shared
/// @param local where a named party's rules prevail, whatever the category says
/// @param rules each party's own, as far as they concern joint expenses
/// @param budgets what the parties mean to spend together
public record ExpensePolicy(List<Category> categories, List<Local> local, List<Rules> rules, List<Budget> budgets) {

    /// Whose rules prevail.
    public enum Prevails {
        /// The rules of all who share: the lowest cap, and what one bans is banned.
        STRICTER_OF,
        /// Those of the party that invited.
        HOST,
        /// Those of the party that paid.
        PAYER,
        /// Those of the party that is named.
        PARTY
    }

    /// @param parts who bears how much, to exactly 100 %
    /// @param prevails null for [Prevails#STRICTER_OF]
    /// @param party only with [Prevails#PARTY]
    /// @param clause where the agreement says so
    public record Category(
            String id,
            List<Part> parts,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Prevails prevails,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            CompanyId party,

            String clause) {
        public Category {
            parts = List.copyOf(parts);
        }

        public Prevails whose() {
            return prevails == null ? Prevails.STRICTER_OF : prevails;
        }
    }

    /// `party` bears `share`.
    public record Part(CompanyId party, Share share) {}

    /// @param country ISO 3166-1 alpha-2, null for any
    /// @param activity such as `MEETING`, null for any
    public record Local(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String country,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String activity,

            CompanyId party,
            String clause) {

        public boolean covers(@Nullable String inCountry, @Nullable String atActivity) {
            return (country == null || country.equals(inCountry)) && (activity == null || activity.equals(atActivity));
        }

        /// A country weighs more than an activity, since laws end at borders.
        public int precision() {
            return (country == null ? 0 : 2) + (activity == null ? 0 : 1);
        }
    }

    /// One party's own rules.
    public record Rules(CompanyId party, List<Cap> caps, List<Ban> banned) {
        public Rules {
            caps = List.copyOf(caps);
            banned = List.copyOf(banned);
        }
    }

    /// So much a head at most; one per category and currency.
    public record Cap(String category, Money perHead, String clause) {}

    /// Nothing of this category is ever paid.
    public record Ban(String category, String clause) {}

    /// @param from the first month, `through` the last
    public record Budget(String category, YearMonth from, YearMonth through, Money amount) {}

    public ExpensePolicy {
        categories = List.copyOf(categories);
        local = List.copyOf(local);
        rules = List.copyOf(rules);
        budgets = List.copyOf(budgets);
    }

    public Optional<Category> category(String id) {
        return categories.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /// Every broken rule; empty when the policy may be proposed by these parties.
    public List<Violation> violations(Collection<CompanyId> parties) {
        return new ExpensePolicyCheck(parties).violations(this);
    }
}
