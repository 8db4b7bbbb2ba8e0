package dev.tandem.engine;

import java.util.Arrays;

/// Pairs the words of two names: first those that are the same, then those that are written nearly so, the
/// nearest first. The same pairs, whichever name comes first. Holds those of the names paired last; one
/// instance a thread.
final class Mates {
    /// By word of a name: the place of its mate in the other name, -1 if it has none.
    final int[] ofA = new int[NameReader.MAX_TOKENS];

    final int[] ofB = new int[NameReader.MAX_TOKENS];
    /// The information that the names share, in bits; of it, by words that are only nearly the same.
    double shared;

    double nearly;
    /// The information of the rarest word that is the same in both.
    float rarest;
    private final Spelling spelling = new Spelling();
    private float best;
    private int bestM;
    private int bestN;

    void pair(Book a, int i, Book b, int k) {
        Arrays.fill(ofA, -1);
        Arrays.fill(ofB, -1);
        shared = 0;
        nearly = 0;
        rarest = 0;
        same(a, i, b, k);
        while (findNearest(a, a.start[i], a.start[i + 1], b, b.start[k], b.start[k + 1])) {
            ofA[bestM - a.start[i]] = bestN - b.start[k];
            ofB[bestN - b.start[k]] = bestM - a.start[i];
            nearly += Math.min(a.info(bestM), b.info(bestN)) * best;
        }
        shared += nearly;
    }

    private void same(Book a, int i, Book b, int k) {
        for (var m = a.start[i]; m < a.start[i + 1]; m++) {
            for (var n = b.start[k]; n < b.start[k + 1]; n++) {
                if (a.token(m) == b.token(n) && ofB[n - b.start[k]] < 0 && ofA[m - a.start[i]] < 0) {
                    ofA[m - a.start[i]] = n - b.start[k];
                    ofB[n - b.start[k]] = m - a.start[i];
                    shared += a.info(m);
                    rarest = Math.max(rarest, a.info(m));
                }
            }
        }
    }

    private boolean findNearest(Book a, int fromA, int toA, Book b, int fromB, int toB) {
        best = 0;
        for (var m = fromA; m < toA; m++) {
            for (var n = fromB; n < toB; n++) {
                if (ofA[m - fromA] < 0 && ofB[n - fromB] < 0 && areComparable(a.kind(m), b.kind(n))) {
                    consider(a, m, b, n);
                }
            }
        }
        return best > 0;
    }

    /// Numbers and countries are the same or not, and so are two words of organisations.
    static boolean areComparable(byte one, byte other) {
        return one <= NameReader.CONCEPT && other <= NameReader.CONCEPT && one + other < 2 * NameReader.CONCEPT;
    }

    private void consider(Book a, int m, Book b, int n) {
        if (!Spelling.mayBeNear(a.shape(m), b.shape(n))) {
            return;
        }
        var nearness = spelling.nearness(a.spelling(m), b.spelling(n));
        if (nearness > best || (nearness == best && best > 0 && isBefore(a, m, b, n))) {
            best = nearness;
            bestM = m;
            bestN = n;
        }
    }

    /// Which of two equally near pairs is taken first must not depend on which name comes first.
    private boolean isBefore(Book a, int m, Book b, int n) {
        var one = a.token(m) ^ b.token(n);
        var other = a.token(bestM) ^ b.token(bestN);
        return one < other;
    }
}
