package dev.tandem.engine;

/// Compares two names word by word: which words they share, which only mates.nearly, which only one of them
/// has.
final class NameComparison {
    static final float MOST = 30;
    static final float SHARED_FIRST = 16;
    static final float PLACE_DISCOUNT = 0.15f;

    private final Comparison clues;
    private final Mates mates = new Mates();
    private final Extra ofA = new Extra();
    private final Extra ofB = new Extra();
    private boolean countryDiffers;
    private boolean countryExtra;
    private boolean cityInName;

    NameComparison(Comparison clues) {
        this.clues = clues;
    }

    void compare(Book a, int i, Book b, int k, Commonness common) {
        mates.pair(a, i, b, k);
        countryDiffers = false;
        countryExtra = false;
        cityInName = false;
        var same = a.fact(i, Book.NAME) == b.fact(k, Book.NAME);
        if (same) {
            clues.add(
                    a.fact(i, Book.WHOLE) == b.fact(k, Book.WHOLE) ? Clue.NAME_WHOLE_SAME : Clue.NAME_REORDERED,
                    a.fact(i, Book.WHOLE) == b.fact(k, Book.WHOLE)
                                    || a.fact(i, Book.TOGETHER) != b.fact(k, Book.TOGETHER)
                            ? 1
                            : 0);
            clues.add(Comparison.level(Clue.NAME_SAME_UNIQUE, common.ofName(a.fact(i, Book.NAME))), 1);
        }
        if (a.isAlias(i, b, k) || b.isAlias(k, a, i)) {
            clues.add(Clue.NAME_ALIAS, 1);
        }
        sharing(a, i, b, k, common);
        if (mates.shared > 0
                && !same
                && (a.fact(i, Book.TOGETHER) == 0 || a.fact(i, Book.TOGETHER) != b.fact(k, Book.TOGETHER))) {
            extras(a, i, b, k);
        }
    }

    private void sharing(Book a, int i, Book b, int k, Commonness common) {
        if (mates.shared > 0) {
            clues.add(Clue.NAME_SHARED, Math.min(mates.shared, SHARED_FIRST));
            clues.add(Clue.NAME_SHARED_MORE, Math.max(0, Math.min(mates.shared, 2 * MOST) - SHARED_FIRST));
            clues.add(Clue.NAME_NEARLY, Math.min(mates.nearly, MOST));
            if (mates.rarest > 0) {
                clues.add(Clue.ALL[Clue.RAREST_UNIQUE.index + common.level(mates.rarest)], 1);
            }
            clues.add(mates.ofA[0] >= 0 && mates.ofB[0] >= 0 ? Clue.NAME_FIRST_SAME : Clue.NAME_FIRST_DIFFERS, 1);
        } else {
            clues.add(Clue.NAME_NOTHING_SHARED, 1);
        }
        clues.add(Clue.NAME_ALIKE, 10 * a.alike(i, b, k));
        if (isAcronym(a, i, b, k) || isAcronym(b, k, a, i)) {
            clues.add(Clue.NAME_ACRONYM, 1);
        }
        if (a.fact(i, Book.TOGETHER) != 0
                && a.fact(i, Book.TOGETHER) == b.fact(k, Book.TOGETHER)
                && a.fact(i, Book.NAME) != b.fact(k, Book.NAME)) {
            clues.add(Clue.NAME_TOGETHER, 1);
        }
    }

    static boolean isAcronym(Book a, int i, Book b, int k) {
        return a.fact(i, Book.ACRONYM) != 0
                && a.fact(i, Book.ACRONYM) == b.fact(k, Book.INITIALS)
                && b.start[k + 1] - b.start[k] > 1;
    }

    private void extras(Book a, int i, Book b, int k) {
        ofA.clear();
        ofB.clear();
        extra(ofA, a, i, mates.ofA, b, k);
        extra(ofB, b, k, mates.ofB, a, i);
        var coveredA = mates.shared / (mates.shared + ofA.words + ofA.concepts);
        var coveredB = mates.shared / (mates.shared + ofB.words + ofB.concepts);
        clues.add(Clue.NAME_COVERED_LESS, 10 - 10 * Math.min(coveredA, coveredB));
        clues.add(Clue.NAME_COVERED_MORE, 10 - 10 * Math.max(coveredA, coveredB));
        clues.add(Clue.NAME_EXTRA_LESS, Math.min(MOST, Math.min(ofA.words, ofB.words)));
        clues.add(Clue.NAME_EXTRA_MORE, Math.min(MOST, Math.max(ofA.words, ofB.words)));
        clues.add(Clue.NAME_CONTRADICTED, Math.min(ofA.rarest, ofB.rarest));
        clues.add(Clue.NAME_EXTRA_CONCEPTS, Math.min(MOST, ofA.concepts + ofB.concepts));
        if (ofA.numbers + ofB.numbers > 0) {
            clues.add(ofA.numbers > 0 && ofB.numbers > 0 ? Clue.NAME_NUMBER_DIFFERS : Clue.NAME_NUMBER_EXTRA, 1);
        }
        if (countryDiffers) {
            clues.add(Clue.NAME_COUNTRY_DIFFERS, 1);
        } else if (countryExtra) {
            clues.add(Clue.NAME_COUNTRY_EXTRA, 1);
        }
        if (cityInName) {
            clues.add(Clue.CITY_IN_NAME, 1);
        }
    }

    private static final class Extra {
        double words;
        double concepts;
        float rarest;
        int numbers;

        void clear() {
            words = 0;
            concepts = 0;
            rarest = 0;
            numbers = 0;
        }
    }

    private void extra(Extra extra, Book a, int i, int[] mates, Book b, int k) {
        var from = a.start[i];
        for (var m = from; m < a.start[i + 1]; m++) {
            if (mates[m - from] < 0) {
                extra(extra, a, i, m, b, k);
            }
        }
    }

    private void extra(Extra extra, Book a, int i, int m, Book b, int k) {
        var token = a.token(m);
        if (a.kind(m) == NameReader.COUNTRY) {
            country(token, a, i, b, k);
        } else if (isPlace(token, a, i) || isPlace(token, b, k)) {
            cityInName = true;
            extra.words += a.info(m) * PLACE_DISCOUNT;
        } else if (a.fact(i, Book.ACRONYM) == 0
                || a.fact(i, Book.ACRONYM) != a.fact(i, Book.INITIALS)
                || a.spelling(m).length() > 7) {
            var info = a.spelling(m).length() <= 2 ? a.info(m) / 3 : a.info(m);
            if (a.kind(m) == NameReader.CONCEPT) {
                extra.concepts += info;
            } else {
                extra.words += info;
                extra.numbers += a.kind(m) == NameReader.NUMBER ? 1 : 0;
            }
            extra.rarest = Math.max(extra.rarest, info);
        }
    }

    private void country(long token, Book a, int i, Book b, int k) {
        if (b.country(k) != 0 && token == countryHash(b.country(k))) {
            return;
        }
        if (b.country(k) != 0 || hasCountry(b, k)) {
            countryDiffers = true;
        } else {
            countryExtra |= a.country(i) == 0 || token != countryHash(a.country(i));
        }
    }

    private static boolean hasCountry(Book b, int k) {
        for (var n = b.start[k]; n < b.start[k + 1]; n++) {
            if (b.kind(n) == NameReader.COUNTRY) {
                return true;
            }
        }
        return false;
    }

    private static long countryHash(int country) {
        return Hash.of(new char[] {(char) (country >> 8), (char) (country & 0xff)}, 0, 2);
    }

    private static boolean isPlace(long token, Book book, int row) {
        if ((book.fact(row, Book.CITY_WORDS) & 1L << token) == 0) {
            return false;
        }
        for (var n = row * Book.PLACE_TOKENS; n < (row + 1) * Book.PLACE_TOKENS; n++) {
            if (book.cityTokens[n] == token) {
                return true;
            }
        }
        return false;
    }
}
