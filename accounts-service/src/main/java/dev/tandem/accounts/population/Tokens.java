package dev.tandem.accounts.population;

import dev.tandem.accounts.population.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/// Takes a rule's text apart: words, texts in double or single quotes (a quote within is doubled), numbers, signs.
final class Tokens {
    private static final int LENGTH_MAX = 2_000;
    private static final int TOKENS_MAX = 400;
    private static final Set<String> SIGNS = Set.of("=", "!=", "<", "<=", ">", ">=", "(", ")", ",");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokens(String text) {
        this.text = text;
    }

    /// @throws RuleError for what is no piece of a rule, and for a text that is too long
    static List<Token> of(String text) {
        if (text.length() > LENGTH_MAX) {
            throw new RuleError("TOO_LARGE", LENGTH_MAX + 1, "a rule has at most " + LENGTH_MAX + " characters");
        }
        var tokens = new Tokens(text);
        tokens.read();
        return tokens.tokens;
    }

    private void read() {
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                tokens.add(next());
            }
            if (tokens.size() > TOKENS_MAX) {
                throw new RuleError("TOO_LARGE", at, "a rule has at most " + TOKENS_MAX + " words and signs");
            }
        }
        tokens.add(new Token(Kind.END, "", text.length() + 1));
    }

    private Token next() {
        var first = text.charAt(at);
        if (first == '"' || first == '\'') {
            return quoted(first);
        }
        if (digit(first) || first == '-') {
            return run(Kind.NUMBER, c -> digit((char) c) || c == '.' || c == '-');
        }
        if (letter(first)) {
            return run(Kind.WORD, c -> letter((char) c));
        }
        return sign();
    }

    private static boolean letter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private Token run(Kind kind, IntPredicate belongs) {
        var start = at;
        at++;
        while (at < text.length() && belongs.test(text.charAt(at))) {
            at++;
        }
        return new Token(kind, text.substring(start, at), start + 1);
    }

    private Token sign() {
        var two = at + 2 <= text.length() ? text.substring(at, at + 2) : "";
        var sign = SIGNS.contains(two) ? two : text.substring(at, at + 1);
        if (!SIGNS.contains(sign)) {
            throw new RuleError("SYNTAX", at + 1, "this character stands for nothing here; texts stand in quotes");
        }
        at += sign.length();
        return new Token(Kind.SIGN, sign, at - sign.length() + 1);
    }

    private Token quoted(char quote) {
        var start = at;
        var value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            if (text.charAt(at) != quote) {
                value.append(text.charAt(at));
            } else if (at + 1 < text.length() && text.charAt(at + 1) == quote) {
                value.append(quote);
                at++;
            } else {
                at++;
                return new Token(Kind.TEXT, value.toString(), start + 1);
            }
        }
        throw new RuleError("SYNTAX", start + 1, "the text that begins here has no closing quote");
    }
}
