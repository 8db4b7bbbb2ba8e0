package dev.tandem.credit.crediting;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.Share;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Divides an amount by exact weights, to the minor unit: every part is rounded towards zero, and what is left over
/// goes, a unit each, to the largest fractions cut off; ties go to the larger weight, then to the smaller recipient.
/// A negative amount is divided as its positive twin is. The order of the input never matters.
public final class LargestRemainder {
    private LargestRemainder() {}

    /// One recipient's part before the left-over units are given out.
    private record Rounded<K>(K to, Share share, BigInteger floor, Share cutOff, BigInteger exactNumerator) {}

    /// One recipient's whole units.
    ///
    /// @param exact the part as it is before rounding
    /// @param rank place by the size of what rounding cut off, from 1
    /// @param unit whether a left-over unit went here
    record Part(Share share, Share exact, BigInteger floor, int rank, boolean unit) {
        BigInteger units() {
            return unit ? floor.add(BigInteger.ONE) : floor;
        }
    }

    /// The parts sum to exactly the amount.
    ///
    /// @throws IllegalArgumentException when the weights do not sum to exactly one
    public static <K extends Comparable<? super K>> Map<K, Split> divide(Money net, Map<K, Share> weights) {
        var splits = new TreeMap<K, Split>();
        units(net.amountMinor().abs(), weights).forEach((to, part) -> splits.put(to, split(net, part)));
        return splits;
    }

    /// The parts sum to exactly the total, which is not negative.
    ///
    /// @throws IllegalArgumentException when the weights do not sum to exactly one
    static <K extends Comparable<? super K>> SortedMap<K, Part> units(BigInteger total, Map<K, Share> weights) {
        var sum = Share.sum(weights.values());
        if (!sum.equals(Share.ALL)) {
            throw new IllegalArgumentException("weights must sum to exactly 100%, they sum to " + sum);
        }
        var ranked = ranked(total, weights);
        var floors = ranked.stream().map(Rounded::floor).reduce(BigInteger.ZERO, BigInteger::add);
        return given(ranked, total.subtract(floors).intValueExact());
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

    private static <K extends Comparable<? super K>> SortedMap<K, Part> given(
            List<Rounded<K>> ranked, int leftOverUnits) {
        var parts = new TreeMap<K, Part>();
        for (int rank = 1; rank <= ranked.size(); rank++) {
            var each = ranked.get(rank - 1);
            var exact = new Share(each.exactNumerator(), each.share().denominator());
            parts.put(each.to(), new Part(each.share(), exact, each.floor(), rank, rank <= leftOverUnits));
        }
        return parts;
    }

    private static Split split(Money net, Part part) {
        return new Split(
                net,
                part.share(),
                exact(net, part.exact()),
                signed(net, part.floor()),
                part.rank(),
                part.unit(),
                signed(net, part.units()));
    }

    private static Money signed(Money net, BigInteger minor) {
        return new Money(net.amountMinor().signum() < 0 ? minor.negate() : minor, net.currency());
    }

    private static String exact(Money net, Share exact) {
        var sign = net.amountMinor().signum() < 0 && exact.numerator().signum() > 0 ? "-" : "";
        var whole = exact.denominator().equals(BigInteger.ONE);
        return sign + (whole ? exact.numerator().toString() : exact.numerator() + "/" + exact.denominator());
    }
}
