package dev.tandem.contracts;

/// Why something is as it is: a code for machines and a sentence for people.
///
/// @throws IllegalArgumentException from the constructor when either part is blank or over its limit
/// @param code UPPER_SNAKE, 64 characters at most
/// @param sentence readable by a sales manager, 1,000 characters at most
public record Reason(String code, String sentence) {
    private static final int CODE_MAX = 64;
    private static final int SENTENCE_MAX = 1_000;

    public Reason {
        check("code", code, CODE_MAX);
        check("sentence", sentence, SENTENCE_MAX);
    }

    private static void check(String part, String text, int max) {
        if (text.isBlank() || text.length() > max) {
            throw new IllegalArgumentException("reason." + part + " must be 1 to " + max + " characters");
        }
    }
}
