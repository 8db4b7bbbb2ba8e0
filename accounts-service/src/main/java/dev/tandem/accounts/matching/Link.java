package dev.tandem.accounts.matching;

import dev.tandem.contracts.AccountRef;
import java.util.Comparator;
import java.util.stream.Stream;

/// Two accounts of different parties that may be one customer.
///
/// @param probability that they are, as the engine has it
/// @param match whether they are taken for one; otherwise a person has to say
/// @param ofOne whether the first is held back, and `ofOther` whether the second is
record Link(AccountRef one, AccountRef other, float probability, boolean match, Openness ofOne, Openness ofOther) {
    static final Comparator<Link> LIKELIER = Comparator.comparingDouble((Link link) -> -link.probability())
            .thenComparing(Link::one)
            .thenComparing(Link::other);

    /// How many of the two are held back. Whoever is in a match of a lower rank is in none of a higher one, so that
    /// nobody's account goes from the one who sees it for the sake of one that is not seen.
    int rank() {
        return rank(ofOne, ofOther);
    }

    static int rank(Openness ofOne, Openness ofOther) {
        return (int) Stream.of(ofOne, ofOther)
                .filter(each -> each == Openness.HELD_BACK)
                .count();
    }

    /// The account that is held back, of a link with one such.
    AccountRef held() {
        return ofOne == Openness.HELD_BACK ? one : other;
    }

    /// The account that is shown, of a link with one such.
    AccountRef shown() {
        return ofOne == Openness.HELD_BACK ? other : one;
    }
}
