package dev.tandem.credit.crediting;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.Share;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Divides an amount by exact weights, to the minor unit: every part is rounded towards zero, and what is left over
/// goes, a unit each, to the largest fractions cut off; ties go to the larger weight, then to the smaller recipient.
/// A negative amount is divided as its positive twin is. The order of the input never matters.
public final class LargestRemainder {
    private LargestRemainder() {}

    /// One recipient's part before the left-over units are given out.
    private record Rounded<K>(K to, Share share, BigInteger floor, Share cutOff, BigInteger exactNumerator) {}

    /// The parts sum to exactly the amount.
    ///
    /// @throws IllegalArgumentException when the weights do not sum to exactly one
    public static <K extends Comparable<? super K>> Map<K, Split> divide(Money net, Map<K, Share> weights) {
        var sum = Share.sum(weights.values());
        if (!sum.equals(Share.ALL)) {
            throw new IllegalArgumentException("weights must sum to exactly 100%, they sum to " + sum);
        }
        var total = net.amountMinor().abs();
        var ranked = ranked(total, weights);
        var floors = ranked.stream().map(Rounded::floor).reduce(BigInteger.ZERO, BigInteger::add);
        return given(net, ranked, total.subtract(floors).intValueExact());
    }

    private static <K extends Comparable<? super K>> List<Rounded<K>> ranked(BigInteger total, Map<K, Share> weights) {
        return weights.entrySet().stream()
                .map(weight -> rounded(total, weight.getKey(), weight.getValue()))
                .sorted(Comparator.<Rounded<K>, Share>comparing(Rounded::cutOff)
                        .thenComparing(Rounded::share)
                        .reversed()
                        .thenComparing(Rounded::to))
                .toList();
    }

    private static <K> Rounded<K> rounded(BigInteger total, K to, Share share) {
        var exact = total.multiply(share.numerator());
        var floorAndRest = exact.divideAndRemainder(share.denominator());
        return new Rounded<>(to, share, floorAndRest[0], new Share(floorAndRest[1], share.denominator()), exact);
    }

    private static <K extends Comparable<? super K>> Map<K, Split> given(
            Money net, List<Rounded<K>> ranked, int leftOverUnits) {
        var parts = new TreeMap<K, Split>();
        for (int rank = 1; rank <= ranked.size(); rank++) {
            parts.put(ranked.get(rank - 1).to(), part(net, ranked.get(rank - 1), rank, rank <= leftOverUnits));
        }
        return parts;
    }

    private static Split part(Money net, Rounded<?> part, int rank, boolean unit) {
        var amount = unit ? part.floor().add(BigInteger.ONE) : part.floor();
        return new Split(
                net, part.share(), exact(net, part), signed(net, part.floor()), rank, unit, signed(net, amount));
    }

    private static Money signed(Money net, BigInteger minor) {
        return new Money(net.amountMinor().signum() < 0 ? minor.negate() : minor, net.currency());
    }

    private static String exact(Money net, Rounded<?> part) {
        var exact = new Share(part.exactNumerator(), part.share().denominator());
        var sign = net.amountMinor().signum() < 0 && exact.numerator().signum() > 0 ? "-" : "";
        var whole = exact.denominator().equals(BigInteger.ONE);
        return sign + (whole ? exact.numerator().toString() : exact.numerator() + "/" + exact.denominator());
    }
}
