package dev.tandem.engine;

/// The most bits that two rows could come to at a glance at three numbers of each, so that of the many that meet only
/// some are fetched from memory. Says so never of a pair that [Reach] would compare.
final class Glance {
    private static final int NUMBERS = 3;
    private static final float TENTHS = 10;
    /// Sums of the same numbers in another order differ in the last digits.
    private static final float LATITUDE = 0.02f;

    private static final int BITS_OF_SAME = 12;
    private static final long LOWEST_OF_SAME = 0x1_001_001_001_001L;
    private static final int BITS_OF_NAMED = 8;
    private static final long LOWEST_OF_NAMED = 0x01_01_01_01_01_01_01_01L;
    private static final int CITY_AT = 16;
    private static final int BEGINNING_AT = 32;
    private static final int FORM_AT = 52;
    private static final int FLAGS_AT = 56;
    private static final int PHONE = 1;
    private static final int DOMAIN = 2;
    private static final int POSTCODE = 4;
    private static final int STREET = 8;
    private static final int PARENT = 16;
    private static final int ONE_PARENT = 32;
    private static final int BEGINS_ALIKE = 64;
    private static final long SIXTEEN = 0xffff;
    private static final int FORM = 15;
    private static final int FLAGS = 31;
    private static final int BEGINNING = 0xf_ffff;
    private static final int[] SAME = {Book.NAME, Book.DOMAIN, Book.PHONE, Book.REGISTRATION, Book.TOGETHER};

    private final Book a;
    private final Book b;
    private final float[] weights;
    private final NameReach names;
    private final long[] ofA;
    private final long[] ofB;
    /// By row of A: what does not depend on the other row.
    private final float[] alone;

    /// By whether both say it, and say the same: nothing, the same, something else.
    private final float[] ofCountry;
    private final float[] ofCity;
    private final float[] ofForm;
    private final float[] ofFlags = new float[2 * BEGINS_ALIKE];
    private final boolean isBlind;

    Glance(Book a, Book b, float[] weights) {
        this.a = a;
        this.b = b;
        this.weights = weights;
        names = new NameReach(weights);
        ofA = new long[NUMBERS * a.size];
        ofB = new long[NUMBERS * b.size];
        alone = new float[a.size];
        ofCountry = steps(Clue.COUNTRY_SAME, Clue.COUNTRY_DIFFERS);
        ofCity = steps(Clue.CITY_SAME, Clue.CITY_DIFFERS);
        ofCity[1] = Math.max(Math.max(ofCity[1], ofCity[2]), weights[Clue.CITY_OVERLAPS.index]);
        ofForm = steps(Clue.LEGAL_FORM_SAME, Clue.LEGAL_FORM_DIFFERS);
        for (var flags = 0; flags < ofFlags.length; flags++) {
            ofFlags[flags] = ofFlags(flags);
        }
        isBlind = !a.aliases.isEmpty() || !b.aliases.isEmpty();
    }

    private float[] steps(Clue same, Clue differs) {
        return new float[] {0, weights[same.index], weights[differs.index]};
    }

    private float ofFlags(int flags) {
        return ((flags & PHONE) == 0 ? 0 : weights[Clue.PHONE_DIFFERS.index])
                + ((flags & DOMAIN) == 0 ? 0 : ofDomains((flags & BEGINS_ALIKE) != 0))
                + ((flags & POSTCODE) == 0 ? 0 : either(Clue.POSTCODE_SAME, Clue.POSTCODE_DIFFERS))
                + ((flags & STREET) == 0 ? 0 : either(Clue.STREET_SAME, Clue.STREET_DIFFERS))
                + ((flags & PARENT) == 0 ? 0 : weights[Clue.CHILD_OF_BOTH.index])
                + ((flags & ONE_PARENT) == 0 ? 0 : weights[Clue.CHILD_OF_ONE.index]);
    }

    private float ofDomains(boolean beginAlike) {
        return beginAlike
                ? Math.max(either(Clue.DOMAIN_LABEL_SAME, Clue.DOMAIN_LABEL_BEGINS), weights[Clue.DOMAIN_DIFFERS.index])
                : weights[Clue.DOMAIN_DIFFERS.index];
    }

    private float either(Clue one, Clue other) {
        return Math.max(weights[one.index], weights[other.index]);
    }

    /// Looks at a row of A; each is looked at before any pair of it.
    void lookAtA(int row) {
        ofA[NUMBERS * row] = same(a, row, 0);
        ofA[NUMBERS * row + 1] = fields(a, row);
        var acronym = small(a.fact(row, Book.ACRONYM), 0);
        var initials = small(a.fact(row, Book.INITIALS), 0);
        var label = small(a.fact(row, Book.LABEL), 0);
        var together = small(a.fact(row, Book.TOGETHER), 0);
        ofA[NUMBERS * row + 2] =
                named(acronym, initials, label, together) | (named(label, label, initials, acronym) << Integer.SIZE);
        alone[row] = weights[Clue.START.index]
                + Math.max(0, weights[Clue.NAMES_ALONE.index])
                + Math.max(0, weights[Clue.REGISTRATION_DIFFERS.index])
                + Math.max(names.mostOfSharing(a, row), weights[Clue.NAME_NOTHING_SHARED.index])
                + Math.max(0, weights[Clue.NAME_ALIKE.index] * TENTHS);
    }

    /// The same of B: at each place what a row of A may have there.
    void lookAtB(int row) {
        ofB[NUMBERS * row] = same(b, row, 1);
        ofB[NUMBERS * row + 1] = fields(b, row);
        var acronym = small(b.fact(row, Book.ACRONYM), 1);
        var initials = small(b.fact(row, Book.INITIALS), 1);
        var label = small(b.fact(row, Book.LABEL), 1);
        var together = small(b.fact(row, Book.TOGETHER), 1);
        ofB[NUMBERS * row + 2] =
                named(initials, acronym, together, label) | (named(initials, acronym, label, label) << Integer.SIZE);
    }

    private static long named(long one, long two, long three, long four) {
        return one | (two << BITS_OF_NAMED) | (three << (2 * BITS_OF_NAMED)) | (four << (3 * BITS_OF_NAMED));
    }

    /// What is not known differs between the books, and from all that is known.
    private static long small(long hash, int unknown) {
        return hash == 0 ? unknown : (hash & 0xff) | 2;
    }

    private static long same(Book book, int row, int unknown) {
        var same = 0L;
        for (var n = 0; n < SAME.length; n++) {
            var hash = book.fact(row, SAME[n]);
            same |= (hash == 0 ? unknown : (hash & 0xfff) | 2) << (n * BITS_OF_SAME);
        }
        return same;
    }

    private static long fields(Book book, int row) {
        return book.country(row)
                | (folded(book.fact(row, Book.CITY_WORDS)) << CITY_AT)
                | ((long) book.beginning(row) << BEGINNING_AT)
                | ((long) book.legalForm(row) << FORM_AT)
                | (flags(book, row) << FLAGS_AT);
    }

    /// To sixteen bits.
    private static long folded(long bits) {
        var half = bits | (bits >>> Integer.SIZE);
        return (half | (half >>> Short.SIZE)) & SIXTEEN;
    }

    private static long flags(Book book, int row) {
        return (book.fact(row, Book.PHONE) == 0 ? 0 : PHONE)
                | (book.fact(row, Book.DOMAIN) == 0 ? 0 : DOMAIN)
                | (book.fact(row, Book.POSTCODE) == 0 ? 0 : POSTCODE)
                | (book.fact(row, Book.STREET) == 0 ? 0 : STREET)
                | (book.fact(row, Book.PARENT) == 0 ? 0 : PARENT);
    }

    /// Whether the pair could come to `floor`, as far as this tells.
    boolean mayReach(float floor, int rowOfA, int rowOfB) {
        var i = NUMBERS * rowOfA;
        var k = NUMBERS * rowOfB;
        return isBlind
                || hasZero(ofA[i] ^ ofB[k], LOWEST_OF_SAME, BITS_OF_SAME)
                || hasZero(ofA[i + 2] ^ ofB[k + 2], LOWEST_OF_NAMED, BITS_OF_NAMED)
                || alone[rowOfA] + most(ofA[i + 1], ofB[k + 1]) >= floor - LATITUDE;
    }

    /// Whether some of the parts of a number may be 0: none is missed.
    private static boolean hasZero(long parts, long lowest, int bits) {
        return ((parts - lowest) & ~parts & (lowest << (bits - 1))) != 0;
    }

    private float most(long one, long other) {
        return ofCountry[state(one & SIXTEEN, other & SIXTEEN)]
                + ofCity[stateOfCity((one >>> CITY_AT) & SIXTEEN, (other >>> CITY_AT) & SIXTEEN)]
                + ofForm[state((one >>> FORM_AT) & FORM, (other >>> FORM_AT) & FORM)]
                + ofFlags[flags(one, other)];
    }

    /// Reckoned without a branch, for nobody could foretell which way it goes.
    private static int state(long one, long other) {
        var areKnown = isAny(one) & isAny(other);
        return areKnown + (areKnown & isAny(one ^ other));
    }

    private static int stateOfCity(long one, long other) {
        var areKnown = isAny(one) & isAny(other);
        return areKnown + (areKnown & (1 - isAny(one & other)));
    }

    /// 1 for a number above 0.
    private static int isAny(long number) {
        return (int) (-number >>> (Long.SIZE - 1));
    }

    private static int flags(long one, long other) {
        var both = (int) ((one & other) >>> FLAGS_AT) & FLAGS;
        var parents = (int) ((one ^ other) >>> FLAGS_AT) & PARENT;
        var differs = isAny(((one ^ other) >>> BEGINNING_AT) & BEGINNING);
        return both | (parents * (ONE_PARENT / PARENT)) | ((1 - differs) * BEGINS_ALIKE);
    }
}
