package dev.tandem.engine;

import java.util.List;
import java.util.function.ToDoubleBiFunction;

/// Finds out in two whole books what an answer about two of their rows depends on.
final class Inquiry {
    private final Side a;
    private final Side b;
    private final Rulings rulings;
    private final Candidates ofA;
    private final Candidates ofB;

    Inquiry(Side a, Side b, Keys keys, Rulings rulings) {
        this.a = a;
        this.b = b;
        this.rulings = rulings;
        ofA = new Candidates(a, b, keys);
        ofB = new Candidates(b, a, keys);
    }

    /// Tells every other pair of either row; `bits` tells the evidence of two rows.
    void rivals(int rowOfA, int rowOfB, ToDoubleBiFunction<Integer, Integer> bits, Asking asking) {
        ofB.find(rowOfB);
        for (var n = 0; n < ofB.size; n++) {
            if (ofB.rows[n] != rowOfA) {
                rival(ofB.rows[n], rowOfB, bits, asking);
            }
        }
        ofA.find(rowOfA);
        for (var n = 0; n < ofA.size; n++) {
            if (ofA.rows[n] != rowOfB) {
                rival(rowOfA, ofA.rows[n], bits, asking);
            }
        }
    }

    private void rival(int rowOfA, int rowOfB, ToDoubleBiFunction<Integer, Integer> bits, Asking asking) {
        var evidence = (float) bits.applyAsDouble(rowOfA, rowOfB);
        if (evidence >= Alignment.FLOOR && !rulings.isRejected(a.book.id(rowOfA), b.book.id(rowOfB))) {
            asking.rival(evidence);
        }
    }

    /// After the rivals were told.
    Answer answer(int rowOfA, int rowOfB, List<Match> matches, Asking asking) {
        if (rulings.isRejected(a.book.id(rowOfA), b.book.id(rowOfB))) {
            return asking.answer(Answer.Status.REJECTED);
        }
        var isConfirmed = rulings.isConfirmed(a.book.id(rowOfA), b.book.id(rowOfB));
        return matches.stream()
                .filter(pair -> pair.a() == rowOfA && pair.b() == rowOfB)
                .findFirst()
                .map(pair -> asking.answer(Answer.Status.of(pair.decision(), isConfirmed)))
                .orElseGet(() -> asking.notStanding(ofA.has(rowOfB)));
    }
}
