package dev.tandem.credit.crediting;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.partnership.CreditingPolicy.Rule;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A creditable amount divided among those with a weight, by the mode of a rule.
///
/// @param parts who gets what, and how that came about
/// @param whole what the parts must sum to
record Division(SortedMap<Recipient, Split> parts, Money whole) {

    /// @param weights sum to one
    static Division of(Rule rule, SortedMap<Recipient, Share> weights, Money creditable) {
        return switch (rule.mode()) {
            case SPLIT -> once(Capping.held(weights, rule.caps()), creditable);
            case DOUBLE -> perParty(rule, weights, creditable);
            case POOL -> once(pooled(weights), creditable);
        };
    }

    private static Division once(SortedMap<Recipient, Share> weights, Money creditable) {
        return new Division(new TreeMap<>(LargestRemainder.divide(creditable, weights)), creditable);
    }

    /// A party none of whose people has a weight gets nothing.
    private static Division perParty(Rule rule, SortedMap<Recipient, Share> weights, Money creditable) {
        var parts = new TreeMap<Recipient, Split>();
        var whole = Money.zero(creditable.currency());
        for (var party : byParty(weights).values()) {
            var shared = once(Capping.held(Weights.normalised(party), rule.caps()), creditable);
            parts.putAll(shared.parts());
            whole = whole.plus(creditable);
        }
        return new Division(parts, whole);
    }

    private static Map<CompanyId, Map<Recipient, Share>> byParty(SortedMap<Recipient, Share> weights) {
        return weights.entrySet().stream()
                .filter(weight -> !weight.getValue().equals(Share.NONE))
                .collect(Collectors.groupingBy(
                        weight -> weight.getKey().company(),
                        TreeMap::new,
                        Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static SortedMap<Recipient, Share> pooled(SortedMap<Recipient, Share> weights) {
        var pools = new TreeMap<Recipient, Share>();
        weights.forEach((who, share) -> pools.merge(Recipient.pool(who.company()), share, Share::plus));
        return pools;
    }
}
