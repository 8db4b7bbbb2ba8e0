package dev.tandem.credit.crediting;

import dev.tandem.contracts.Share;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.partnership.Eligibility;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The Shapley value where a set of people is worth the number of deals that they won without
/// anybody else. Such a game is a sum of games that each give one to every set holding the deal's
/// winners, and the value of those is an equal share (Shapley 1953); so no sum over all orders is
/// needed, and the result is an exact fraction.
final class Shapley {
    private static final Comparator<DealChanged> ORDER = Comparator.comparing(DealChanged::effectiveDate)
            .thenComparing(deal -> deal.deal().value());

    private Shapley() {}

    /// @param players who took part in the deal, at least one
    /// @param wonBy who won each deal so far, with the deal itself
    static SortedMap<Recipient, Share> of(Set<Recipient> players, Collection<? extends Set<Recipient>> wonBy) {
        var values = new TreeMap<Recipient, Share>();
        players.forEach(player -> values.put(player, Share.NONE));
        for (var winners : wonBy) {
            if (!winners.isEmpty() && players.containsAll(winners)) {
                winners.forEach(winner -> values.merge(winner, Share.of(1, winners.size()), Share::plus));
            }
        }
        return Weights.normalised(values);
    }

    /// Of the deals won on the same joint account up to this one, by effective date and then by id;
    /// the rule that looks at them says which contributions count in each.
    static List<Set<Recipient>> wonBy(Facts facts, @Nullable Eligibility eligibility) {
        var deal = facts.deal();
        var wonBy = new ArrayList<Set<Recipient>>();
        wonBy.add(winners(facts, new Facts.Other(deal, facts.contributions()), eligibility));
        facts.others().stream()
                .filter(other -> !other.deal().deal().equals(deal.deal()))
                .filter(other -> other.deal().status() == DealChanged.Status.WON)
                .filter(other -> ORDER.compare(other.deal(), deal) <= 0)
                .forEach(other -> wonBy.add(winners(facts, other, eligibility)));
        return wonBy;
    }

    private static Set<Recipient> winners(Facts facts, Facts.Other other, @Nullable Eligibility eligibility) {
        return Participants.of(other.deal(), facts.counterparts(), other.contributions(), eligibility)
                .recipients();
    }
}
