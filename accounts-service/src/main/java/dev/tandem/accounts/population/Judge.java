package dev.tandem.accounts.population;

import dev.tandem.accounts.population.Rule.AmountIs;
import dev.tandem.accounts.population.Rule.DateIs;
import dev.tandem.accounts.population.Rule.Opportunities;
import dev.tandem.accounts.population.Rule.TextIs;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whether an account meets a rule. A pure function of the account's fields and opportunities: the same at any time,
/// since a rule cannot ask for today's date.
final class Judge {
    private Judge() {}

    /// An account, or one of its opportunities, by the names of the CRM contract; empty fields left out.
    ///
    /// @param opportunities those of an account; an opportunity has none
    record Facts(Map<String, String> fields, List<Map<String, String>> opportunities) {}

    static boolean meets(Facts facts, Rule rule) {
        return switch (rule) {
            case Rule.All all -> all.parts().stream().allMatch(part -> meets(facts, part));
            case Rule.Any any -> any.parts().stream().anyMatch(part -> meets(facts, part));
            case Rule.Not not -> !meets(facts, not.part());
            case Rule.Present present -> facts.fields().containsKey(present.field());
            case TextIs text -> text(facts.fields().get(text.field()), text);
            case AmountIs amount -> amount(facts.fields(), amount);
            case DateIs date -> date(facts.fields().get(date.field()), date);
            case Opportunities counted ->
                counted.comparing().holds(Integer.compare(count(facts, counted), counted.count()));
        };
    }

    private static int count(Facts facts, Opportunities counted) {
        var condition = counted.condition();
        return (int) facts.opportunities().stream()
                .filter(each -> condition == null || meets(new Facts(each, List.of()), condition))
                .count();
    }

    private static boolean text(@Nullable String actual, TextIs rule) {
        if (actual == null) {
            return false;
        }
        var text = folded(actual);
        return rule.values().stream().map(Judge::folded).anyMatch(value -> switch (rule.test()) {
            case EQUALS -> text.equals(value);
            case CONTAINS -> text.contains(value);
            case STARTS_WITH -> text.startsWith(value);
        });
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean amount(Map<String, String> fields, AmountIs rule) {
        var text = fields.get("amount");
        var currency = rule.currency();
        var counted = currency == null || currency.equals(fields.get("currency"));
        if (text == null || !counted) {
            return false;
        }
        return number(text, rule);
    }

    /// What the CRM sent was checked when it came; a malformed rest from before that is no amount.
    private static boolean number(String text, AmountIs rule) {
        try {
            return rule.comparing().holds(new BigDecimal(text.strip()).compareTo(rule.value()));
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    private static boolean date(@Nullable String actual, DateIs rule) {
        return actual != null && rule.comparing().holds(actual.strip().compareTo(rule.date()));
    }
}
