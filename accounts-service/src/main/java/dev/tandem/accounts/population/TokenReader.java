package dev.tandem.accounts.population;

import dev.tandem.accounts.population.Rule.Comparing;
import dev.tandem.accounts.population.Token.Kind;
import java.util.List;
import java.util.stream.Stream;

/// Goes through the pieces of a rule, one by one.
final class TokenReader {
    private final List<Token> tokens;
    private int at;

    TokenReader(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    int position() {
        return peek().position();
    }

    /// The end is never gone past.
    Token next() {
        var token = peek();
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    /// Whether this word came next; it is taken if so.
    boolean took(String word) {
        var is = peek().word(word);
        if (is) {
            at++;
        }
        return is;
    }

    boolean tookSign(String sign) {
        var is = peek().sign(sign);
        if (is) {
            at++;
        }
        return is;
    }

    void expectWord(String word) {
        if (!took(word)) {
            throw expected("'" + word + "'");
        }
    }

    void expectSign(String sign) {
        if (!tookSign(sign)) {
            throw expected("'" + sign + "'");
        }
    }

    void expectEnd() {
        if (peek().kind() != Kind.END) {
            throw expected("'and', 'or' or the end");
        }
    }

    String text(String what) {
        var token = next();
        if (token.kind() != Kind.TEXT) {
            throw new RuleError("WRONG_TYPE", token.position(), "expected " + what + ", found " + token.shown());
        }
        return token.text();
    }

    Comparing comparing() {
        var token = next();
        return Stream.of(Comparing.values())
                .filter(comparing -> token.sign(comparing.sign()))
                .findFirst()
                .orElseThrow(() -> new RuleError(
                        "SYNTAX", token.position(), "expected one of = != < <= > >=, found " + token.shown()));
    }

    RuleError expected(String what) {
        return new RuleError("SYNTAX", position(), "expected " + what + ", found " + peek().shown());
    }
}
