package dev.tandem.engine;

import java.util.List;
import java.util.stream.Collectors;

/// Whether two accounts are taken for the same customer, why, and what would turn that round. For any two
/// accounts, also for those that were never compared.
public record Answer(Status status, Explanation explanation, List<Flip> flips) {
    private static final int MOST_FLIPS_IN_SENTENCE = 3;

    public Answer {
        flips = List.copyOf(flips);
    }

    /// What became of the pair; its words are a sentence.
    public enum Status {
        CONFIRMED("People confirmed that they are the same customer."),
        REJECTED("People said that they are not the same customer."),
        MATCH("They are the same customer."),
        REVIEW("They may be the same customer; somebody has to look."),
        RIVAL("They resemble each other, but another account fits one of them better, or as well."),
        UNLIKE("Too little says that they are the same customer."),
        NOT_COMPARED("They have nothing in common that is rare enough to compare them for.");

        public final String words;

        static Status of(Match.Decision decision, boolean isConfirmed) {
            return isConfirmed ? CONFIRMED : decision == Match.Decision.MATCH ? MATCH : REVIEW;
        }

        Status(String words) {
            this.words = words;
        }
    }

    /// What would make a match of the pair, or would undo it: the field, or two with a blank between, how it would
    /// have to be, and the evidence in bits then. A domain counts as one that nobody else has.
    public record Flip(String field, String words, float bits) {}

    /// All of it, as somebody would say it.
    public String sentence() {
        var said = new StringBuilder(status.words);
        append(said, " What speaks for it: ", explanation.because());
        append(said, " What speaks against it: ", explanation.butNot());
        append(said, isMatch() ? " It would not be a match " : " It would be a match ", conditions());
        return said.toString();
    }

    private boolean isMatch() {
        return status == Status.MATCH || status == Status.CONFIRMED;
    }

    private String conditions() {
        return flips.stream().limit(MOST_FLIPS_IN_SENTENCE).map(Flip::words).collect(Collectors.joining(", or "));
    }

    private static void append(StringBuilder said, String lead, String what) {
        if (!what.isEmpty()) {
            said.append(lead).append(what).append('.');
        }
    }
}
