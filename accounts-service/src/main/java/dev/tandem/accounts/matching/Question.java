package dev.tandem.accounts.matching;

import dev.tandem.contracts.Reason;
import dev.tandem.engine.AccountRow;
import dev.tandem.engine.Answer;
import dev.tandem.engine.Answer.Flip;
import dev.tandem.engine.LiveAlignment;
import dev.tandem.engine.Party;
import dev.tandem.engine.Snapshot;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What two accounts say of each other when nothing else is known. Whoever asks puts in of the partner's account what
/// they see of it, so that the answer tells them nothing that they could not find out themselves.
public final class Question {
    private Question() {}

    /// What the two come to.
    public enum Finding {
        WOULD_MATCH,
        MAY_MATCH,
        TOO_LITTLE,
        NOTHING_IN_COMMON
    }

    /// @param flips what would make a match of two that are none, or undo one
    public record Answered(Finding finding, List<Evidence> because, List<Turn> flips) {}

    /// What would turn it round.
    ///
    /// @param fields that would have to agree, or to say nothing
    public record Turn(List<String> fields, Reason because) {}

    /// @param fields those that the asker is shown: nothing is supposed of others
    public static Answered of(AccountRow own, AccountRow partners, Collection<String> fields) {
        var alignment = new LiveAlignment(Snapshot.impartial());
        alignment.put(Party.A, Disguise.compared(own));
        alignment.put(Party.B, Disguise.compared(partners));
        var answer = alignment.ask(own.id(), partners.id()).orElseThrow();
        var explanation = answer.explanation();
        var flips = answer.flips().stream()
                .map(flip -> turn(flip, isMatch(answer)))
                .filter(turn -> fields.containsAll(turn.fields()))
                .toList();
        var letters = Disguise.of(Stream.of(own, partners));
        var because = Stream.concat(letters, Wording.of(explanation).stream())
                .filter(evidence -> fields.contains(evidence.field()))
                .toList();
        return new Answered(finding(answer.status()), because, flips);
    }

    /// Of many accounts of partners those that have most in common with the own one, the likeliest first.
    ///
    /// @param partners each with an id of its own
    /// @return their ids
    public static List<String> best(AccountRow own, Collection<AccountRow> partners, int limit) {
        var alignment = new LiveAlignment(Snapshot.impartial());
        var rows = partners.stream().map(Disguise::compared).toList();
        alignment.load(List.of(Disguise.compared(own)), rows);
        return rows.stream()
                .flatMap(row -> alignment.ask(own.id(), row.id()).stream()
                        .filter(answer -> answer.status() != Answer.Status.NOT_COMPARED)
                        .map(answer -> new Ranked(row.id(), answer.explanation().bits())))
                .sorted(Comparator.comparingDouble((Ranked each) -> -each.bits())
                        .thenComparing(Ranked::id))
                .limit(limit)
                .map(Ranked::id)
                .toList();
    }

    private record Ranked(String id, float bits) {}

    private static boolean isMatch(Answer answer) {
        return answer.status() == Answer.Status.MATCH;
    }

    private static Turn turn(Flip flip, boolean match) {
        var fields = List.of(flip.field().split(" "));
        var code = (match ? "NOT_WITHOUT_" : "WITH_SAME_")
                + String.join("_AND_", fields).toUpperCase(Locale.ROOT);
        var lead = match ? "They would not be matched " : "They would be matched ";
        return new Turn(fields, new Reason(code, lead + flip.words() + "."));
    }

    private static Finding finding(Answer.Status status) {
        return switch (status) {
            case CONFIRMED, MATCH -> Finding.WOULD_MATCH;
            case REVIEW -> Finding.MAY_MATCH;
            case RIVAL, REJECTED, UNLIKE -> Finding.TOO_LITTLE;
            case NOT_COMPARED -> Finding.NOTHING_IN_COMMON;
        };
    }
}
