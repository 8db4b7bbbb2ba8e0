package dev.tandem.credit.expense;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An expense, as the party that paid it says it was and as another party agrees.
///
/// @param said as last said by who paid
/// @param agreed as another party confirmed it; null while nobody did. It alone counts, also while a correction is
/// still to be confirmed
/// @param submitted whether the other parties ever were told
/// @param history who said what about it, in order
public record Expense(Spent said, @Nullable Spent agreed, Standing standing, boolean submitted, List<Word> history) {
    static final int WORDS_MAX = 100;

    /// Where it stands.
    public enum Standing {
        /// Nobody but who paid sees it.
        DRAFT,
        SUBMITTED,
        CONFIRMED,
        CONTESTED,
        WITHDRAWN
    }

    /// What may be said about it.
    enum Step {
        SUBMISSION,
        CORRECTION,
        WITHDRAWAL,
        CONFIRMATION,
        CONTEST;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// @param person the token's subject
    record Word(Step step, CompanyId company, String person, Instant at, Reason because) {}

    public Expense {
        history = List.copyOf(history);
    }

    static Expense draft(Spent spent) {
        return new Expense(spent, null, Standing.DRAFT, false, List.of());
    }

    /// Also what was withdrawn, if it ever was submitted.
    boolean visibleTo(CompanyId reader) {
        return submitted || said.payer().equals(reader);
    }

    List<Step> allowedTo(CompanyId company) {
        if (standing == Standing.WITHDRAWN || history.size() >= WORDS_MAX) {
            return List.of();
        }
        if (!said.payer().equals(company)) {
            return switch (standing) {
                case SUBMITTED -> List.of(Step.CONFIRMATION, Step.CONTEST);
                case CONFIRMED -> List.of(Step.CONTEST);
                case CONTESTED -> List.of(Step.CONFIRMATION);
                case DRAFT, WITHDRAWN -> List.of();
            };
        }
        return standing == Standing.DRAFT
                ? List.of(Step.SUBMISSION, Step.CORRECTION, Step.WITHDRAWAL)
                : List.of(Step.CORRECTION, Step.WITHDRAWAL);
    }

    /// The next state, after a step that is allowed.
    ///
    /// @param spent as it is now said to have been
    Expense after(Word word, Spent spent) {
        var words = new ArrayList<>(history);
        words.add(word);
        return switch (word.step()) {
            case SUBMISSION -> new Expense(said, null, Standing.SUBMITTED, true, words);
            case CORRECTION ->
                new Expense(spent, agreed, submitted ? Standing.SUBMITTED : Standing.DRAFT, submitted, words);
            case WITHDRAWAL -> new Expense(said, null, Standing.WITHDRAWN, submitted, words);
            case CONFIRMATION -> new Expense(said, said, Standing.CONFIRMED, submitted, words);
            case CONTEST -> new Expense(said, null, Standing.CONTESTED, submitted, words);
        };
    }
}
