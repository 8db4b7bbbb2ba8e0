package dev.tandem.engine;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Compares two accounts field by field into clues. Holds those of the pair compared last; one instance a
/// thread.
final class Comparison {
    final float[] value = new float[Clue.ALL.length];
    private final int[] present = new int[Clue.ALL.length];
    private int size;
    private float rest;
    private final NameComparison names = new NameComparison(this);
    private final float[] weights;

    Comparison(float[] weights) {
        this.weights = weights;
    }

    /// The evidence in bits: the logarithm to base 2 of the odds that the two are the same account.
    float compare(Book a, int i, Book b, int k, Commonness common) {
        clear();
        add(Clue.START, 1);
        names.compare(a, i, b, k, common);
        var named = size;
        domains(a, i, b, k, common);
        phones(a, i, b, k, common);
        registrations(a, i, b, k);
        places(a, i, b, k);
        if (size == named) {
            add(Clue.NAMES_ALONE, 1);
        }
        if (a.legalForm(i) != 0 && b.legalForm(k) != 0) {
            add(a.legalForm(i) == b.legalForm(k) ? Clue.LEGAL_FORM_SAME : Clue.LEGAL_FORM_DIFFERS, 1);
        }
        if (a.fact(i, Book.PARENT) != 0 || b.fact(k, Book.PARENT) != 0) {
            add(a.fact(i, Book.PARENT) != 0 && b.fact(k, Book.PARENT) != 0 ? Clue.CHILD_OF_BOTH : Clue.CHILD_OF_ONE, 1);
        }
        return bits();
    }

    void add(Clue clue, double by) {
        present[size++] = clue.index;
        value[clue.index] = (float) by;
    }

    private float bits() {
        rest = 0;
        for (var n = 0; n < size; n++) {
            rest += Clue.ALL[present[n]].isCounted ? 0 : value[present[n]] * weights[present[n]];
        }
        return Counted.bits(rest, of(Clue.NAME_SAME_UNIQUE), of(Clue.DOMAIN_SAME_UNIQUE), phone());
    }

    /// The bits of the pair compared last, without those that depend on how many others share something.
    float rest() {
        return rest;
    }

    boolean has(Clue clue) {
        return value[clue.index] != 0;
    }

    /// Of the four levels of something at most one is present.
    private float of(Clue unique) {
        var bits = 0f;
        for (var level = unique.index; level < unique.index + Commonness.LEVELS; level++) {
            bits += value[level] * weights[level];
        }
        return bits;
    }

    private float phone() {
        return value[Clue.PHONE_SAME.index] * weights[Clue.PHONE_SAME.index]
                + value[Clue.PHONE_SHARED.index] * weights[Clue.PHONE_SHARED.index];
    }

    /// The clues of the pair compared last, the weightiest first.
    Explanation explanation() {
        var evidence = IntStream.range(0, size)
                .filter(n -> value[present[n]] != 0)
                .mapToObj(n -> Clue.ALL[present[n]])
                .map(clue -> new Explanation.Evidence(clue.name(), clue.words, value[clue.index] * weights[clue.index]))
                .sorted(Comparator.comparingDouble(one -> -Math.abs(one.bits())))
                .toList();
        return new Explanation(bits(), evidence);
    }

    int size() {
        return size;
    }

    Clue clue(int n) {
        return Clue.ALL[present[n]];
    }

    float bits(int n) {
        return value[present[n]] * weights[present[n]];
    }

    private void clear() {
        for (var n = 0; n < size; n++) {
            value[present[n]] = 0;
        }
        size = 0;
    }

    private void domains(Book a, int i, Book b, int k, Commonness common) {
        var mine = a.fact(i, Book.DOMAIN);
        var theirs = b.fact(k, Book.DOMAIN);
        if (mine != 0 && mine == theirs) {
            add(level(Clue.DOMAIN_SAME_UNIQUE, common.ofDomain(mine)), 1);
            if (a.fact(i, Book.HOST) != b.fact(k, Book.HOST)) {
                add(Clue.HOST_DIFFERS, 1);
            }
            return;
        }
        if (mine != 0 && theirs != 0) {
            add(different(a.labels[i], b.labels[k]), 1);
        }
        domainIsName(a, i, b, k);
    }

    private void domainIsName(Book a, int i, Book b, int k) {
        if (isName(a, i, b, k)) {
            add(value[Clue.NAME_NOTHING_SHARED.index] > 0 ? Clue.DOMAIN_IS_OTHER_NAME : Clue.DOMAIN_IS_NAME, 1);
        } else if (isAcronym(a, i, b, k)) {
            add(Clue.DOMAIN_IS_ACRONYM, 1);
        }
    }

    private static Clue different(String mine, String theirs) {
        var prefix = Spelling.commonPrefix(mine, theirs);
        var begins = prefix >= 4 && prefix == Math.min(mine.length(), theirs.length());
        return !begins
                ? Clue.DOMAIN_DIFFERS
                : mine.length() == theirs.length() ? Clue.DOMAIN_LABEL_SAME : Clue.DOMAIN_LABEL_BEGINS;
    }

    /// Whether the domain of one is the name of the other.
    static boolean isName(Book a, int i, Book b, int k) {
        return isName(a.fact(i, Book.LABEL), b, k) || isName(b.fact(k, Book.LABEL), a, i);
    }

    static boolean isAcronym(Book a, int i, Book b, int k) {
        return isAcronym(a.fact(i, Book.LABEL), b, k) || isAcronym(b.fact(k, Book.LABEL), a, i);
    }

    private static boolean isName(long label, Book book, int row) {
        return label != 0 && label == book.fact(row, Book.TOGETHER);
    }

    private static boolean isAcronym(long label, Book book, int row) {
        return label != 0 && (label == book.fact(row, Book.INITIALS) || label == book.fact(row, Book.ACRONYM));
    }

    /// The clue for something that this many accounts of one book have in common.
    static Clue level(Clue unique, int count) {
        return Clue.ALL[unique.index + Commonness.step(count)];
    }

    private void phones(Book a, int i, Book b, int k, Commonness common) {
        var mine = a.fact(i, Book.PHONE);
        if (mine != 0 && b.fact(k, Book.PHONE) != 0) {
            var same = mine == b.fact(k, Book.PHONE);
            add(same ? phone(Commonness.step(common.ofPhone(mine))) : Clue.PHONE_DIFFERS, 1);
        }
    }

    static Clue phone(int step) {
        return step <= 1 ? Clue.PHONE_SAME : Clue.PHONE_SHARED;
    }

    private void registrations(Book a, int i, Book b, int k) {
        if (a.fact(i, Book.REGISTRATION) != 0 && a.scheme(i) == b.scheme(k)) {
            var same = a.fact(i, Book.REGISTRATION) == b.fact(k, Book.REGISTRATION);
            add(same ? Clue.REGISTRATION_SAME : Clue.REGISTRATION_DIFFERS, 1);
        }
    }

    private void places(Book a, int i, Book b, int k) {
        if (a.fact(i, Book.CITY) != 0 && b.fact(k, Book.CITY) != 0) {
            add(
                    a.fact(i, Book.CITY) == b.fact(k, Book.CITY)
                            ? Clue.CITY_SAME
                            : overlap(a, i, b, k) ? Clue.CITY_OVERLAPS : Clue.CITY_DIFFERS,
                    1);
        }
        compared(a.country(i), b.country(k), Clue.COUNTRY_SAME, Clue.COUNTRY_DIFFERS);
        compared(a.fact(i, Book.POSTCODE), b.fact(k, Book.POSTCODE), Clue.POSTCODE_SAME, Clue.POSTCODE_DIFFERS);
        compared(a.fact(i, Book.STREET), b.fact(k, Book.STREET), Clue.STREET_SAME, Clue.STREET_DIFFERS);
    }

    private void compared(long mine, long theirs, Clue same, Clue differs) {
        if (mine != 0 && theirs != 0) {
            add(mine == theirs ? same : differs, 1);
        }
    }

    private static boolean overlap(Book a, int i, Book b, int k) {
        for (var m = i * Book.PLACE_TOKENS; m < (i + 1) * Book.PLACE_TOKENS; m++) {
            for (var n = k * Book.PLACE_TOKENS; n < (k + 1) * Book.PLACE_TOKENS; n++) {
                if (a.cityTokens[m] != 0 && a.cityTokens[m] == b.cityTokens[n]) {
                    return true;
                }
            }
        }
        return false;
    }
}
