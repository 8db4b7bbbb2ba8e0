package dev.tandem.accounts.population;

import dev.tandem.accounts.population.Rule.TextTest;
import dev.tandem.accounts.population.Token.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/// Reads one condition on one field:
///
/// ```
/// condition  = field "is" ["not"] "empty"
///            | text field ("=" | "!=" | "contains" | "starts" "with") text
///            | text field ["not"] "in" "(" text { "," text } ")"
///            | "closeDate" comparing date
///            | "amount" comparing number [currency]
/// ```
final class Conditions {
    private static final int VALUES_MAX = 100;
    private static final int DIGITS_MAX = 18;

    private Conditions() {}

    static Rule read(TokenReader tokens, Fields fields) {
        var field = fields.named(tokens.next());
        if (tokens.took("is")) {
            return emptiness(tokens, field);
        }
        if (fields.amount(field)) {
            return amount(tokens);
        }
        return fields.date(field) ? date(tokens, field) : text(tokens, field);
    }

    private static Rule emptiness(TokenReader tokens, String field) {
        var not = tokens.took("not");
        tokens.expectWord("empty");
        return not ? new Rule.Present(field) : new Rule.Not(new Rule.Present(field));
    }

    private static Rule amount(TokenReader tokens) {
        var comparing = tokens.comparing();
        var number = number(tokens.next());
        return new Rule.AmountIs(comparing, number, tokens.peek().kind() == Kind.TEXT ? currency(tokens) : null);
    }

    private static BigDecimal number(Token token) {
        try {
            var number = new BigDecimal(token.kind() == Kind.NUMBER ? token.text() : "");
            if (number.precision() <= DIGITS_MAX) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw wrong(token, "a number such as 10000 or 99.50");
        }
        throw wrong(token, "a number of at most " + DIGITS_MAX + " digits");
    }

    private static String currency(TokenReader tokens) {
        var token = tokens.peek();
        var code = tokens.text("a currency");
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            throw wrong(token, "a currency such as \"EUR\"");
        }
    }

    private static Rule date(TokenReader tokens, String field) {
        var comparing = tokens.comparing();
        var token = tokens.peek();
        try {
            return new Rule.DateIs(
                    field,
                    comparing,
                    LocalDate.parse(tokens.text("a date such as \"2026-12-31\""))
                            .toString());
        } catch (DateTimeParseException noDate) {
            throw wrong(token, "a date such as \"2026-12-31\"");
        }
    }

    private static Rule text(TokenReader tokens, String field) {
        if (tokens.tookSign("=")) {
            return one(tokens, field, TextTest.EQUALS);
        }
        if (tokens.tookSign("!=")) {
            return new Rule.Not(one(tokens, field, TextTest.EQUALS));
        }
        if (tokens.took("contains")) {
            return one(tokens, field, TextTest.CONTAINS);
        }
        if (tokens.took("starts")) {
            tokens.expectWord("with");
            return one(tokens, field, TextTest.STARTS_WITH);
        }
        return oneOf(tokens, field);
    }

    private static Rule one(TokenReader tokens, String field, TextTest test) {
        return new Rule.TextIs(field, test, List.of(value(tokens)));
    }

    private static Rule oneOf(TokenReader tokens, String field) {
        var not = tokens.took("not");
        if (!tokens.took("in")) {
            throw tokens.expected("=, !=, contains, starts with, in, not in or is empty");
        }
        var in = new Rule.TextIs(field, TextTest.EQUALS, values(tokens));
        return not ? new Rule.Not(in) : in;
    }

    private static List<String> values(TokenReader tokens) {
        tokens.expectSign("(");
        var values = new ArrayList<String>();
        do {
            values.add(value(tokens));
            if (values.size() > VALUES_MAX) {
                throw new RuleError("TOO_LARGE", tokens.position(), "a list has at most " + VALUES_MAX + " texts");
            }
        } while (tokens.tookSign(","));
        tokens.expectSign(")");
        return values;
    }

    private static String value(TokenReader tokens) {
        var token = tokens.peek();
        var text = tokens.text("a text in quotes");
        if (text.isBlank()) {
            throw wrong(token, "a text that is not blank (for an empty field write: is empty)");
        }
        return text;
    }

    private static RuleError wrong(Token token, String what) {
        return new RuleError("WRONG_TYPE", token.position(), "expected " + what + ", found " + token.shown());
    }
}
