package dev.tandem.accounts.population;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A condition on an account: what the text of a population's rule means. A closed family, walked by [Judge]; nothing
/// in it is code, a pattern, or of unbounded cost.
sealed interface Rule {

    record All(List<Rule> parts) implements Rule {
        public All {
            parts = List.copyOf(parts);
        }
    }

    record Any(List<Rule> parts) implements Rule {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    record Not(Rule part) implements Rule {}

    /// Whether a field has any value.
    record Present(String field) implements Rule {}

    /// A text compared with texts, case and surrounding blanks aside.
    record TextIs(String field, TextTest test, List<String> values) implements Rule {
        public TextIs {
            values = List.copyOf(values);
        }
    }

    /// An amount compared with a number; never true without an amount, nor in another currency than the one named.
    record AmountIs(
            Comparing comparing, BigDecimal value, @Nullable String currency) implements Rule {}

    /// A date compared with a date; ISO dates order as texts do.
    record DateIs(String field, Comparing comparing, String date) implements Rule {}

    /// How many of the account's opportunities meet a condition, compared with a number.
    record Opportunities(@Nullable Rule condition, Comparing comparing, int count) implements Rule {}

    /// How a text is compared.
    enum TextTest {
        EQUALS,
        CONTAINS,
        STARTS_WITH
    }

    /// How two ordered values are compared.
    enum Comparing {
        EQUAL("="),
        NOT_EQUAL("!="),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">=");

        private final String sign;

        Comparing(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        /// @param order of the left side to the right, as a comparator says it
        boolean holds(int order) {
            return switch (this) {
                case EQUAL -> order == 0;
                case NOT_EQUAL -> order != 0;
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case MORE -> order > 0;
                case AT_LEAST -> order >= 0;
            };
        }
    }
}
