package dev.tandem.accounts.matching;

import java.util.Comparator;
import java.util.List;

/// A pair of accounts of different companies that may be one customer.
///
/// @param score only its order means something; zero when nothing makes it a match
record Link(Comparison pair, boolean uniqueDomain, int score) {
    private static final int REGISTRATION = 1_000;
    private static final int DOMAIN = 400;
    private static final int NAME = 300;
    private static final int NAME_NEARBY = 200;
    private static final int WHEREABOUTS = 10;
    private static final int CHILD = 5;
    static final Comparator<Link> STRONGEST_FIRST = Comparator.comparingInt((Link link) -> link.score())
            .reversed()
            .thenComparing(link -> link.pair().one().account())
            .thenComparing(link -> link.pair().other().account());

    static Link of(Comparison pair, boolean uniqueDomain) {
        return new Link(pair, uniqueDomain, score(pair, uniqueDomain));
    }

    List<Evidence> evidence() {
        return pair.evidence(uniqueDomain);
    }

    private static int score(Comparison pair, boolean uniqueDomain) {
        var score = (pair.sameRegistration() ? REGISTRATION : 0) + domain(pair, uniqueDomain) + name(pair);
        return score == 0 ? 0 : score + pair.sameWhereabouts() * WHEREABOUTS - children(pair) * CHILD;
    }

    /// Sister companies share a domain too: alone it is not enough for one that sits elsewhere.
    private static int domain(Comparison pair, boolean unique) {
        return unique && (pair.nearby() || !pair.elsewhere()) ? DOMAIN : 0;
    }

    private static int name(Comparison pair) {
        if (!pair.sameName()) {
            return 0;
        }
        return pair.conflicts() == 0 ? NAME : pair.nearby() ? NAME_NEARBY : 0;
    }

    /// Where parent and subsidiary are alike, the parent is the better match.
    private static int children(Comparison pair) {
        return (pair.one().parent() == null ? 0 : 1) + (pair.other().parent() == null ? 0 : 1);
    }
}
