package dev.tandem.accounts.importing;

import dev.tandem.contracts.Violation;
import dev.tandem.kit.web.Problem;
import java.util.ArrayList;
import java.util.List;

/// What is wrong with a file, by line: enough to mend it by, without answering a broken one with a larger one.
final class Findings {
    private static final int MAX = 100;

    private final List<Violation> all = new ArrayList<>();
    private boolean last;

    void add(String field, String rule, String message) {
        if (!isFull()) {
            all.add(new Violation(field, rule, message));
        }
    }

    /// One that makes the rest of the file not worth reading.
    void addLast(String field, String rule, String message) {
        add(field, rule, message);
        last = true;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /// Whether it is of no use to read on.
    boolean isFull() {
        return last || all.size() >= MAX;
    }

    /// @throws dev.tandem.kit.web.ProblemException 400 with all of them, if there are any
    void refuse() {
        if (!all.isEmpty()) {
            throw Problem.invalid(all);
        }
    }
}
