package dev.tandem.credit.crediting;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.partnership.Caps;
import java.math.BigInteger;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The caps of a rule.
final class Capping {
    private Capping() {}

    /// What of a deal is credited: the net amount, or the cap with its sign.
    static Money creditable(Money net, @Nullable Caps caps) {
        if (caps == null) {
            return net;
        }
        return caps.dealMaxIn(net.currencyCode())
                .filter(max -> net.amountMinor().abs().compareTo(max.amountMinor()) > 0)
                .map(max -> new Money(
                        max.amountMinor()
                                .multiply(BigInteger.valueOf(net.amountMinor().signum())),
                        net.currency()))
                .orElse(net);
    }

    /// The weights with nobody above the cap: what is above goes to those below in proportion,
    /// again and again until it fits. Where too few take part to keep it, all who have a weight get
    /// the same.
    static SortedMap<Recipient, Share> held(SortedMap<Recipient, Share> weights, @Nullable Caps caps) {
        if (caps == null || caps.participantMax() == null) {
            return weights;
        }
        var sharing = weights.values().stream()
                .filter(each -> !each.equals(Share.NONE))
                .count();
        var equal = Share.of(1, sharing);
        return heldTo(equal.compareTo(caps.participantMax()) > 0 ? equal : caps.participantMax(), weights);
    }

    /// @param max at least an equal share, so that there is always somebody below it for what is
    /// above
    private static SortedMap<Recipient, Share> heldTo(Share max, SortedMap<Recipient, Share> weights) {
        var held = new TreeMap<>(weights);
        while (held.values().stream().anyMatch(each -> each.compareTo(max) > 0)) {
            held.replaceAll((_, each) -> each.compareTo(max) > 0 ? max : each);
            var below = held.values().stream()
                    .filter(each -> each.compareTo(max) < 0)
                    .toList();
            var left = minus(Share.ALL, Share.sum(held.values()));
            var sum = Share.sum(below);
            held.replaceAll((_, each) -> each.compareTo(max) < 0 ? each.plus(left.times(each.dividedBy(sum))) : each);
        }
        return held;
    }

    private static Share minus(Share from, Share less) {
        return new Share(
                from.numerator()
                        .multiply(less.denominator())
                        .subtract(less.numerator().multiply(from.denominator())),
                from.denominator().multiply(less.denominator()));
    }
}
