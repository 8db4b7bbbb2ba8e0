package dev.tandem.systemtests.alliance;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the agreement of [Terms#open] gives of an amount: the owner 60 %, the counterparts 40 % in equal parts, to the
/// minor unit. Written anew from the rule's words and not from the platform's code.
public final class Shares {
    private static final long OWNER_PERCENT = 60;
    private static final long WHOLE_PERCENT = 100;

    private Shares() {}

    /// What a participant gets exactly: `numerator / (100 × counterparts)` minor units.
    private record Exact(String participant, BigInteger numerator, BigInteger denominator, BigInteger weight) {
        BigInteger floor() {
            return numerator.divide(denominator);
        }

        BigInteger rest() {
            return numerator.mod(denominator);
        }
    }

    /// @param owner and counterparts as `company/rep`, sorted as the platform breaks ties
    /// @param netMinor not negative
    /// @return minor units by participant
    public static Map<String, BigInteger> of(BigInteger netMinor, String owner, List<String> counterparts) {
        var many = BigInteger.valueOf(counterparts.size());
        var whole = BigInteger.valueOf(WHOLE_PERCENT).multiply(many);
        var exact = new ArrayList<Exact>();
        exact.add(exact(netMinor, owner, BigInteger.valueOf(OWNER_PERCENT).multiply(many), whole));
        var each = BigInteger.valueOf(WHOLE_PERCENT - OWNER_PERCENT);
        counterparts.forEach(counterpart -> exact.add(exact(netMinor, counterpart, each, whole)));
        return given(netMinor, exact);
    }

    private static Exact exact(BigInteger net, String participant, BigInteger weight, BigInteger whole) {
        return new Exact(participant, net.multiply(weight), whole, weight);
    }

    private static Map<String, BigInteger> given(BigInteger net, List<Exact> exact) {
        var parts = new TreeMap<String, BigInteger>();
        exact.forEach(part -> parts.merge(part.participant(), part.floor(), BigInteger::add));
        var left = net.subtract(parts.values().stream().reduce(BigInteger.ZERO, BigInteger::add))
                .intValueExact();
        exact.stream()
                .sorted(Comparator.comparing(Exact::rest)
                        .thenComparing(Exact::weight)
                        .reversed()
                        .thenComparing(Exact::participant))
                .limit(left)
                .forEach(part -> parts.merge(part.participant(), BigInteger.ONE, BigInteger::add));
        return parts;
    }
}
