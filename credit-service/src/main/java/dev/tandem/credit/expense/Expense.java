package dev.tandem.credit.expense;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An expense, as the party that paid it says it was and as those who bear a part of it agree.
///
/// @param said as last said by who paid
/// @param agreed as every party that bears a part confirmed it; null while one of them did not. It alone counts, also
/// while a correction is still to be confirmed
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

    /// @param person the opaque id of whoever is a rep, else the token's subject
    /// @param before of a correction, what was said until then; null for all else and where it was not kept yet
    record Word(
            Step step,
            CompanyId company,
            String person,
            Instant at,
            Reason because,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Spent before) {
        Word(Step step, CompanyId company, String person, Instant at, Reason because) {
            this(step, company, person, at, because, null);
        }

        private Word correcting(Spent said) {
            return step == Step.CORRECTION ? new Word(step, company, person, at, because, said) : this;
        }
    }

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

    /// What was submitted and is neither agreed nor withdrawn.
    Optional<Spent> waiting() {
        return submitted && agreed == null && standing != Standing.WITHDRAWN ? Optional.of(said) : Optional.empty();
    }

    /// As it stood at an instant: every word until then again.
    ///
    /// @param bearing the parties beside the payer that bore a part of it, as was agreed when the word was said
    Expense asOf(Instant at, BiFunction<Spent, Instant, Set<CompanyId>> bearing) {
        var then = draft(saidAfter(0));
        for (int i = 0; i < history.size() && !history.get(i).at().isAfter(at); i++) {
            var word = history.get(i);
            var spent = saidAfter(i + 1);
            then = then.after(word, spent, bearing.apply(spent, word.at()));
        }
        return then;
    }

    /// What it was said to have been once so many words were spoken.
    private Spent saidAfter(int words) {
        return history.stream()
                .skip(words)
                .flatMap(word -> Stream.ofNullable(word.before()))
                .findFirst()
                .orElse(said);
    }

    List<Step> allowedTo(CompanyId company) {
        if (standing == Standing.WITHDRAWN || history.size() >= WORDS_MAX) {
            return List.of();
        }
        if (!said.payer().equals(company)) {
            return switch (standing) {
                case SUBMITTED, CONTESTED ->
                    Stream.of(Step.CONFIRMATION, Step.CONTEST)
                            .filter(step -> step != verdicts(history).get(company))
                            .toList();
                case CONFIRMED -> List.of(Step.CONTEST);
                case DRAFT, WITHDRAWN -> List.of();
            };
        }
        return standing == Standing.DRAFT
                ? List.of(Step.SUBMISSION, Step.CORRECTION, Step.WITHDRAWAL)
                : List.of(Step.CORRECTION, Step.WITHDRAWAL);
    }

    /// What each other party last said of it as it is said to have been now.
    private static Map<CompanyId, Step> verdicts(List<Word> words) {
        var verdicts = new TreeMap<CompanyId, Step>();
        for (var word : words) {
            switch (word.step()) {
                case SUBMISSION, CORRECTION -> verdicts.clear();
                case CONFIRMATION, CONTEST -> verdicts.put(word.company(), word.step());
                case WITHDRAWAL -> {}
            }
        }
        return verdicts;
    }

    /// The parties that confirm it as it is said to have been now, in the order of their ids.
    List<CompanyId> confirmedBy() {
        return verdicts(history).entrySet().stream()
                .filter(verdict -> verdict.getValue() == Step.CONFIRMATION)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The next state, after a step that is allowed.
    ///
    /// @param spent as it is now said to have been
    /// @param bearing the parties beside the payer that bear a part of it: all of them are to confirm
    Expense after(Word word, Spent spent, Set<CompanyId> bearing) {
        var words = new ArrayList<>(history);
        words.add(word.correcting(said));
        return switch (word.step()) {
            case SUBMISSION -> new Expense(said, null, Standing.SUBMITTED, true, words);
            case CORRECTION ->
                new Expense(spent, agreed, submitted ? Standing.SUBMITTED : Standing.DRAFT, submitted, words);
            case WITHDRAWAL -> new Expense(said, null, Standing.WITHDRAWN, submitted, words);
            case CONFIRMATION -> confirmed(words, bearing);
            case CONTEST -> new Expense(said, null, Standing.CONTESTED, submitted, words);
        };
    }

    private Expense confirmed(List<Word> words, Set<CompanyId> bearing) {
        var verdicts = verdicts(words);
        if (verdicts.containsValue(Step.CONTEST)) {
            return new Expense(said, agreed, Standing.CONTESTED, submitted, words);
        }
        return verdicts.keySet().containsAll(bearing)
                ? new Expense(said, said, Standing.CONFIRMED, submitted, words)
                : new Expense(said, agreed, Standing.SUBMITTED, submitted, words);
    }
}
