package dev.tandem.accounts.population;

/// A piece of a rule's text, with the position where it begins, from 1.
record Token(Kind kind, String text, int position) {

    /// What a piece is.
    enum Kind {
        WORD,
        TEXT,
        NUMBER,
        SIGN,
        END
    }

    /// Whether it is this word, in any case.
    boolean word(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean sign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /// As an error names it.
    String shown() {
        return kind == Kind.END ? "the end" : "'" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "'";
    }
}
