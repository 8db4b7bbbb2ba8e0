package dev.tandem.engine;

/// The most bits that a pair could come to, reckoned from little of it, so that the many pairs that share a
/// word by chance need not be compared. Never less than what [Comparison] comes to; one instance a thread.
final class Reach {
    /// Sums of the same numbers in another order differ in the last digits.
    private static final float LATITUDE = 0.01f;
    private static final float TENTHS = 10;

    private final float[] weights;
    private final NameReach names;
    private final float mostOfStart;
    private float rest;
    private float shared;
    private float nothingShared;

    Reach(float[] weights) {
        this.weights = weights;
        names = new NameReach(weights);
        mostOfStart = weights[Clue.START.index] + positive(Clue.NAMES_ALONE, 1);
    }

    private float positive(Clue clue, float most) {
        return Math.max(0, weights[clue.index] * most);
    }

    /// Whether the pair could come to `floor`. The names are looked at only if all else does not settle it.
    boolean canReach(float floor, Book a, int i, Book b, int k, Commonness common) {
        if (same(a, i, b, k, Book.NAME)
                || same(a, i, b, k, Book.DOMAIN)
                || same(a, i, b, k, Book.PHONE)
                || same(a, i, b, k, Book.REGISTRATION)
                || same(a, i, b, k, Book.TOGETHER)
                || a.isAlias(i, b, k)
                || b.isAlias(k, a, i)) {
            return true;
        }
        var least = floor - LATITUDE;
        fields(a, i, b, k);
        domains(a, i, b, k);
        if (rest + Math.max(shared + names.mostOfSharing(a, i), nothingShared) + positive(Clue.NAME_ALIKE, TENTHS)
                < least) {
            return false;
        }
        rest += weights[Clue.NAME_ALIKE.index] * TENTHS * a.alike(i, b, k);
        return rest + shared + names.mostOfSharing(a, i, b, k, common) >= least
                || (names.mayShareNothing() && rest + nothingShared >= least);
    }

    private static boolean same(Book a, int i, Book b, int k, int fact) {
        var mine = a.fact(i, fact);
        return mine != 0 && mine == b.fact(k, fact);
    }

    private void fields(Book a, int i, Book b, int k) {
        rest = mostOfStart;
        if (a.fact(i, Book.PHONE) != 0 && b.fact(k, Book.PHONE) != 0) {
            rest += weights[Clue.PHONE_DIFFERS.index];
        }
        if (a.fact(i, Book.REGISTRATION) != 0 && a.scheme(i) == b.scheme(k)) {
            rest += weights[Clue.REGISTRATION_DIFFERS.index];
        }
        cities(a, i, b, k);
        compared(a.country(i), b.country(k), Clue.COUNTRY_SAME, Clue.COUNTRY_DIFFERS);
        compared(a.fact(i, Book.POSTCODE), b.fact(k, Book.POSTCODE), Clue.POSTCODE_SAME, Clue.POSTCODE_DIFFERS);
        compared(a.fact(i, Book.STREET), b.fact(k, Book.STREET), Clue.STREET_SAME, Clue.STREET_DIFFERS);
        compared(a.legalForm(i), b.legalForm(k), Clue.LEGAL_FORM_SAME, Clue.LEGAL_FORM_DIFFERS);
        var parents = (a.fact(i, Book.PARENT) != 0 ? 1 : 0) + (b.fact(k, Book.PARENT) != 0 ? 1 : 0);
        rest += parents == 0 ? 0 : weights[(parents == 2 ? Clue.CHILD_OF_BOTH : Clue.CHILD_OF_ONE).index];
    }

    private void compared(long mine, long theirs, Clue same, Clue differs) {
        if (mine != 0 && theirs != 0) {
            rest += weights[(mine == theirs ? same : differs).index];
        }
    }

    private void cities(Book a, int i, Book b, int k) {
        var mayOverlap = (a.fact(i, Book.CITY_WORDS) & b.fact(k, Book.CITY_WORDS)) != 0;
        var differs = mayOverlap && weights[Clue.CITY_OVERLAPS.index] > weights[Clue.CITY_DIFFERS.index]
                ? Clue.CITY_OVERLAPS
                : Clue.CITY_DIFFERS;
        compared(a.fact(i, Book.CITY), b.fact(k, Book.CITY), Clue.CITY_SAME, differs);
    }

    /// Also what the names come to, since a domain that is a name counts by whether the names share words.
    private void domains(Book a, int i, Book b, int k) {
        if (a.fact(i, Book.DOMAIN) != 0 && b.fact(k, Book.DOMAIN) != 0) {
            rest += different(a, i, b, k);
        }
        rest += NameComparison.isAcronym(a, i, b, k) || NameComparison.isAcronym(b, k, a, i)
                ? weights[Clue.NAME_ACRONYM.index]
                : 0;
        shared = 0;
        nothingShared = weights[Clue.NAME_NOTHING_SHARED.index];
        if (Comparison.isName(a, i, b, k)) {
            shared += weights[Clue.DOMAIN_IS_NAME.index];
            nothingShared += weights[Clue.DOMAIN_IS_OTHER_NAME.index];
        } else if (Comparison.isAcronym(a, i, b, k)) {
            rest += weights[Clue.DOMAIN_IS_ACRONYM.index];
        }
    }

    private float different(Book a, int i, Book b, int k) {
        var differs = weights[Clue.DOMAIN_DIFFERS.index];
        if (a.beginning(i) != b.beginning(k)) {
            return differs;
        }
        return Math.max(
                differs, Math.max(weights[Clue.DOMAIN_LABEL_SAME.index], weights[Clue.DOMAIN_LABEL_BEGINS.index]));
    }
}
