package dev.tandem.engine;

/// The most bits that the words of two names could come to beside how alike the names are written, for [Reach]:
/// words that are the same count as in [NameComparison], words that may be nearly the same as the most of it.
/// One instance a thread.
final class NameReach {
    private static final float TENTHS = 10;
    private static final int LONGEST_OF_TWO = 2;
    private static final int LONGEST_OF_ACRONYM = 7;

    private final float[] weights;
    private final float mostOfRarest;
    private final float mostOfFirst;
    private final float mostOfExtras;
    private final float mostOfCovered;
    private float shared;
    private float rarest;
    private int matesOfA;
    private int matesOfB;
    private float words;
    private float concepts;

    NameReach(float[] weights) {
        this.weights = weights;
        mostOfRarest = Math.max(
                Math.max(positive(Clue.RAREST_UNIQUE, 1), positive(Clue.RAREST_TWICE, 1)),
                Math.max(positive(Clue.RAREST_FEW, 1), positive(Clue.RAREST_OFTEN, 1)));
        mostOfFirst = Math.max(weights[Clue.NAME_FIRST_SAME.index], weights[Clue.NAME_FIRST_DIFFERS.index]);
        mostOfCovered = positive(Clue.NAME_COVERED_LESS, TENTHS) + positive(Clue.NAME_COVERED_MORE, TENTHS);
        mostOfExtras = positive(Clue.NAME_EXTRA_LESS, NameComparison.MOST)
                + positive(Clue.NAME_EXTRA_MORE, NameComparison.MOST)
                + positive(Clue.NAME_CONTRADICTED, Long.SIZE)
                + positive(Clue.NAME_EXTRA_CONCEPTS, NameComparison.MOST)
                + Math.max(positive(Clue.NAME_NUMBER_DIFFERS, 1), positive(Clue.NAME_NUMBER_EXTRA, 1))
                + Math.max(positive(Clue.NAME_COUNTRY_DIFFERS, 1), positive(Clue.NAME_COUNTRY_EXTRA, 1))
                + positive(Clue.CITY_IN_NAME, 1);
    }

    private float positive(Clue clue, float most) {
        return Math.max(0, weights[clue.index] * most);
    }

    /// Whatever the other name is, if the two share words. Two names share no more than one of them says.
    float mostOfSharing(Book a, int i) {
        var says = 0f;
        for (var m = a.start[i]; m < a.start[i + 1]; m++) {
            says += a.info(m);
        }
        return loose(says) + mostOfRarest;
    }

    private float loose(float says) {
        return mostOfFirst
                + positive(Clue.NAME_SHARED, NameComparison.SHARED_FIRST)
                + positive(Clue.NAME_SHARED_MORE, Math.max(0, says - NameComparison.SHARED_FIRST))
                + positive(Clue.NAME_NEARLY, NameComparison.MOST)
                + mostOfCovered
                + mostOfExtras;
    }

    /// If the two share words; if they cannot, less than anything.
    float mostOfSharing(Book a, int i, Book b, int k, Commonness common) {
        same(a, i, b, k);
        if (mayBeNear(a, i, b, k)) {
            return mostOfSharing(a, i) - mostOfRarest + rarest(common);
        }
        return rarest == 0 ? Float.NEGATIVE_INFINITY : tight(a, i, b, k) + rarest(common);
    }

    /// Whether the two names compared last have no word that is the same.
    boolean mayShareNothing() {
        return rarest == 0;
    }

    private float rarest(Commonness common) {
        return rarest == 0 ? 0 : weights[Clue.RAREST_UNIQUE.index + common.level(rarest)];
    }

    private void same(Book a, int i, Book b, int k) {
        shared = 0;
        rarest = 0;
        matesOfA = 0;
        matesOfB = 0;
        for (var m = a.start[i]; m < a.start[i + 1]; m++) {
            var token = a.token(m);
            for (var n = b.start[k]; n < b.start[k + 1]; n++) {
                if (token == b.token(n) && isFree(matesOfA, m - a.start[i]) && isFree(matesOfB, n - b.start[k])) {
                    matesOfA |= 1 << (m - a.start[i]);
                    matesOfB |= 1 << (n - b.start[k]);
                    shared += a.info(m);
                    rarest = Math.max(rarest, a.info(m));
                }
            }
        }
    }

    private static boolean isFree(int mates, int word) {
        return (mates & 1 << word) == 0;
    }

    private boolean mayBeNear(Book a, int i, Book b, int k) {
        for (var m = a.start[i]; m < a.start[i + 1]; m++) {
            for (var n = b.start[k]; isFree(matesOfA, m - a.start[i]) && n < b.start[k + 1]; n++) {
                if (isFree(matesOfB, n - b.start[k])
                        && Spelling.mayBeNear(a.shape(m), b.shape(n))
                        && Mates.areComparable(a.kind(m), b.kind(n))) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Where no words are nearly the same, so that it is known what is shared.
    private float tight(Book a, int i, Book b, int k) {
        extra(a, i, matesOfA, b, k);
        var coveredA = shared / (shared + words + concepts);
        var conceptsOfA = concepts;
        extra(b, k, matesOfB, a, i);
        var coveredB = shared / (shared + words + concepts);
        var first = isFree(matesOfA, 0) || isFree(matesOfB, 0) ? Clue.NAME_FIRST_DIFFERS : Clue.NAME_FIRST_SAME;
        return weights[Clue.NAME_SHARED.index] * Math.min(shared, NameComparison.SHARED_FIRST)
                + positive(Clue.NAME_SHARED_MORE, Math.max(0, shared - NameComparison.SHARED_FIRST))
                + weights[first.index]
                + covered(Clue.NAME_COVERED_LESS, Math.min(coveredA, coveredB))
                + covered(Clue.NAME_COVERED_MORE, Math.max(coveredA, coveredB))
                + mostOfExtras
                + Math.min(0, weights[Clue.NAME_EXTRA_CONCEPTS.index])
                        * Math.min(NameComparison.MOST, conceptsOfA + concepts);
    }

    /// @param most how much of the name is covered at most
    private float covered(Clue clue, float most) {
        var weight = weights[clue.index];
        return weight < 0 ? weight * TENTHS * (1 - most) : weight * TENTHS;
    }

    /// The least that only this name says; what may be said by a city counts as if it were.
    private void extra(Book a, int i, int mates, Book b, int k) {
        words = 0;
        concepts = 0;
        var isAcronym = a.fact(i, Book.ACRONYM) != 0 && a.fact(i, Book.ACRONYM) == a.fact(i, Book.INITIALS);
        var cities = a.fact(i, Book.CITY_WORDS) | b.fact(k, Book.CITY_WORDS);
        for (var m = a.start[i]; m < a.start[i + 1]; m++) {
            if (isFree(mates, m - a.start[i]) && a.kind(m) != NameReader.COUNTRY) {
                extra(a, m, isAcronym, cities);
            }
        }
    }

    private void extra(Book a, int m, boolean isAcronym, long cities) {
        var length = Spelling.length(a.shape(m));
        if ((cities & 1L << a.token(m)) != 0) {
            words += isAcronym ? 0 : a.info(m) * NameComparison.PLACE_DISCOUNT;
        } else if (!isAcronym || length > LONGEST_OF_ACRONYM) {
            var info = length <= LONGEST_OF_TWO ? a.info(m) / 3 : a.info(m);
            words += a.kind(m) == NameReader.CONCEPT ? 0 : info;
            concepts += a.kind(m) == NameReader.CONCEPT ? info : 0;
        }
    }
}
