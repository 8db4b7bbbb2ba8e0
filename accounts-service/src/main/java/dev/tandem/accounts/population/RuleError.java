package dev.tandem.accounts.population;

/// A rule that cannot be read: where, and what is expected there. Positions count characters from 1.
final class RuleError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    RuleError(String code, int position, String sentence) {
        super("at position " + position + ": " + sentence);
        this.code = code;
    }

    /// `SYNTAX`, `UNKNOWN_FIELD`, `WRONG_TYPE` or `TOO_LARGE`.
    String code() {
        return code;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
