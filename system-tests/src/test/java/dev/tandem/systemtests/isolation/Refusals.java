package dev.tandem.systemtests.isolation;

import dev.tandem.standalone.client.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Asks, and keeps a line for each answer that is not as it must be.
final class Refusals {
    private static final Set<Integer> NOT_REACHED = Set.of(401, 403, 404, 405, 500, 502, 503, 504);

    private final List<String> faults = new ArrayList<>();

    /// The asker's role is allowed, but what the ids name is not the asker's: every answer is the same 404.
    ///
    /// @param idsInTurn the last of them name nothing that was ever issued
    void sameNotFound(Operation operation, Asker asker, List<Map<String, String>> idsInTurn) {
        var nothing = indistinguishable(asker.ask(operation, idsInTurn.getLast()));
        if (!nothing.startsWith("404 ")) {
            faults.add("%s by %s: what was never issued is answered with %s".formatted(operation, asker, nothing));
        }
        for (var ids : idsInTurn) {
            var answer = indistinguishable(asker.ask(operation, ids));
            if (!answer.equals(nothing)) {
                faults.add("%s by %s: %s is answered with%n    %s%n  and what was never issued with%n    %s"
                        .formatted(operation, asker, operation.at(ids), answer, nothing));
            }
        }
    }

    void status(Operation operation, Asker asker, Map<String, String> ids, int expected) {
        var answer = asker.ask(operation, ids);
        if (answer.status() != expected) {
            faults.add("%s by %s is answered with %d and not %d: %s"
                    .formatted(operation.at(ids), asker, answer.status(), expected, answer.body()));
        }
    }

    /// A read succeeds; a change, which is asked without what it needs, fails for no other reason than that.
    void reaches(Operation operation, Asker asker, Map<String, String> ids) {
        var answer = asker.ask(operation, ids);
        var reached = operation.changes() ? !NOT_REACHED.contains(answer.status()) : answer.status() == 200;
        if (!reached) {
            faults.add("%s %s is not reached by %s, whose it is: %d %s"
                    .formatted(operation.method(), operation.at(ids), asker, answer.status(), answer.body()));
        }
    }

    List<String> faults() {
        return faults;
    }

    /// Dates and the like may differ, the names of their headers may not.
    static String indistinguishable(Answer answer) {
        var headers = answer.headers();
        return answer.status() + " "
                + headers.map().keySet().stream().sorted().toList() + " "
                + headers.firstValue("content-type").orElse("") + " " + answer.body();
    }
}
