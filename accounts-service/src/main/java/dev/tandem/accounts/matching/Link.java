package dev.tandem.accounts.matching;

import dev.tandem.contracts.AccountRef;
import java.util.Comparator;

/// Two accounts of different parties that may be one customer.
///
/// @param probability that they are, as the engine has it
/// @param match whether they are taken for one; otherwise a person has to say
record Link(AccountRef one, AccountRef other, float probability, boolean match) {
    static final Comparator<Link> LIKELIER = Comparator.comparingDouble((Link link) -> -link.probability())
            .thenComparing(Link::one)
            .thenComparing(Link::other);
}
