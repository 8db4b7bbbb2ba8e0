package dev.tandem.accounts.population;

import dev.tandem.accounts.population.Rule.Comparing;
import dev.tandem.accounts.population.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Reads the text of a rule:
///
/// ```
/// rule       = and { "or" and }
/// and        = part { "and" part }
/// part       = "not" part | "(" rule ")" | opportunities | condition
/// opportunities = ("any" | "no") "opportunity" [ "(" rule ")" ] | "opportunities" [ "(" rule ")" ] comparing number
/// ```
///
/// A condition is read by [Conditions]. Words are the same in any case.
final class RuleParser {
    private static final int DEPTH_MAX = 20;

    private final TokenReader tokens;
    private final Fields fields;
    private int depth;

    private RuleParser(TokenReader tokens, Fields fields) {
        this.tokens = tokens;
        this.fields = fields;
    }

    /// @throws RuleError naming the position
    static Rule parse(String text) {
        var tokens = new TokenReader(Tokens.of(text));
        var rule = new RuleParser(tokens, Fields.ACCOUNT).rule();
        tokens.expectEnd();
        return rule;
    }

    private Rule rule() {
        var parts = list("or", this::and);
        return parts.size() == 1 ? parts.getFirst() : new Rule.Any(parts);
    }

    private Rule and() {
        var parts = list("and", this::part);
        return parts.size() == 1 ? parts.getFirst() : new Rule.All(parts);
    }

    private List<Rule> list(String between, Supplier<Rule> part) {
        var parts = new ArrayList<Rule>();
        do {
            parts.add(part.get());
        } while (tokens.took(between));
        return parts;
    }

    private Rule part() {
        if (++depth > DEPTH_MAX) {
            throw new RuleError("TOO_LARGE", tokens.position(), "a rule nests at most " + DEPTH_MAX + " deep");
        }
        try {
            return tokens.took("not") ? new Rule.Not(part()) : positive();
        } finally {
            depth--;
        }
    }

    private Rule positive() {
        if (tokens.peek().sign("(")) {
            return inParentheses(this);
        }
        if (tokens.peek().word("any")
                || tokens.peek().word("no")
                || tokens.peek().word("opportunities")) {
            return opportunities();
        }
        return Conditions.read(tokens, fields);
    }

    private Rule inParentheses(RuleParser inner) {
        tokens.expectSign("(");
        var rule = inner.rule();
        tokens.expectSign(")");
        return rule;
    }

    private Rule opportunities() {
        var start = tokens.next();
        if (fields.equals(Fields.OPPORTUNITY)) {
            throw new RuleError("SYNTAX", start.position(), "an opportunity has no opportunities of its own");
        }
        var counted = start.word("opportunities");
        if (!counted) {
            tokens.expectWord("opportunity");
        }
        var condition = tokens.peek().sign("(") ? inParentheses(inner()) : null;
        if (!counted) {
            return new Rule.Opportunities(
                    condition, start.word("any") ? Comparing.AT_LEAST : Comparing.EQUAL, start.word("any") ? 1 : 0);
        }
        var comparing = tokens.comparing();
        return new Rule.Opportunities(condition, comparing, count());
    }

    private RuleParser inner() {
        var parser = new RuleParser(tokens, Fields.OPPORTUNITY);
        parser.depth = depth;
        return parser;
    }

    private int count() {
        var token = tokens.next();
        if (token.kind() != Kind.NUMBER
                || !token.text().chars().allMatch(Character::isDigit)
                || token.text().length() > 6) {
            throw new RuleError("WRONG_TYPE", token.position(), "expected a whole number, found " + token.shown());
        }
        return Integer.parseInt(token.text());
    }
}
