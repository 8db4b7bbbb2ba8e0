package dev.tandem.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/// Decides which pairs are matches: each account at most one, the likelier before the less likely, and only
/// with a margin over what competes for either account; what is neither that nor unlikely is for a person.
final class Deciding {
    static final float MATCH = 0.5f;
    static final float REVIEW = 0.1f;
    /// Probabilities of pairs that win against all rivals are higher than the odds of the pair alone say, for
    /// their rivals are counted twice; measured, in bits.
    static final float CALIBRATION = 2.2f;

    private static final float LEAST_RATE = 0.1f;
    private static final float MOST_RATE = 0.9f;
    private static final float USUAL_RATE = 0.56f;
    private static final int ROUNDS = 12;
    static final float MOST_BITS = 60;
    private static final long MILLION = 1_000_000;

    private final Edges edges;
    private final double[] odds;
    private final double[] ofA;
    private final double[] ofB;

    Deciding(Edges edges, int sizeOfA, int sizeOfB) {
        this.edges = edges;
        odds = new double[edges.size];
        for (var e = 0; e < odds.length; e++) {
            odds[e] = odds(edges.bits[e]);
        }
        ofA = sums(edges.a, sizeOfA);
        ofB = sums(edges.b, sizeOfB);
    }

    private double[] sums(int[] rows, int size) {
        var sums = new double[size];
        for (var e = 0; e < odds.length; e++) {
            sums[rows[e]] += odds[e];
        }
        return sums;
    }

    /// What speaks against any match before evidence is seen, found by expectation maximisation: the rate of
    /// accounts that have a counterpart, kept within bounds. 1 for the usual rate.
    double against() {
        var against = 1.0;
        for (var round = 0; round < ROUNDS; round++) {
            var rate = Math.clamp(rate(against), LEAST_RATE, MOST_RATE);
            against = (1 - rate) / rate * (USUAL_RATE / (1 - USUAL_RATE));
        }
        return against;
    }

    /// Of the smaller book; of two that are equally large the mean, so that neither comes first.
    private double rate(double against) {
        if (ofA.length == ofB.length) {
            return (rate(ofA, against) + rate(ofB, against)) / 2;
        }
        return rate(ofA.length < ofB.length ? ofA : ofB, against);
    }

    private static double rate(double[] sums, double against) {
        return DoubleStream.of(sums).map(sum -> sum / (against + sum)).sum() / Math.max(1, sums.length);
    }

    /// The pairs that stand, the likeliest first. Pairs that are equally likely are taken in the order of
    /// their ids.
    List<Match> decide(double against, float margin, String[] idsOfA, String[] idsOfB) {
        var probability = new float[edges.size];
        var order = new long[edges.size];
        for (var e = 0; e < order.length; e++) {
            probability[e] = probability(odds[e], ofA[edges.a[e]] + ofB[edges.b[e]] - 2 * odds[e], against);
            order[e] = (MILLION - millionths(probability[e])) << 32 | e;
        }
        Arrays.parallelSort(order);
        byIds(order, idsOfA, idsOfB);
        return assign(order, probability, margin);
    }

    /// As far as pairs may stand: of those that are unlikely, most are equally so.
    private void byIds(long[] order, String[] idsOfA, String[] idsOfB) {
        var last = MILLION - millionths(REVIEW);
        for (int from = 0, to = 1; from < order.length && order[from] >>> 32 <= last; from = to++) {
            while (to < order.length && order[to] >>> 32 == order[from] >>> 32) {
                to++;
            }
            if (to > from + 1) {
                byIds(order, from, to, idsOfA, idsOfB);
            }
        }
    }

    private void byIds(long[] order, int from, int to, String[] idsOfA, String[] idsOfB) {
        var sorted = LongStream.of(Arrays.copyOfRange(order, from, to))
                .boxed()
                .sorted(Comparator.comparing((Long one) -> idsOfA[edges.a[one.intValue()]])
                        .thenComparing(one -> idsOfB[edges.b[one.intValue()]]))
                .mapToLong(Long::longValue)
                .toArray();
        System.arraycopy(sorted, 0, order, from, sorted.length);
    }

    static double odds(float bits) {
        return Math.pow(2, Math.min(bits, MOST_BITS));
    }

    /// Of a pair with these odds, when the odds of all others of either account come to `rivals`.
    static float probability(double odds, double rivals, double against) {
        var calibrated = odds / (against + rivals) * Math.pow(2, CALIBRATION);
        return (float) (calibrated / (1 + calibrated));
    }

    static long millionths(float probability) {
        return Math.round((double) probability * MILLION);
    }

    /// A match is likely and clear: better than every other pair of either account by a margin.
    ///
    /// @param lead by how many bits it is better than the best of these
    static Match.Decision decision(float probability, float lead, float margin) {
        return probability >= MATCH && lead >= margin ? Match.Decision.MATCH : Match.Decision.REVIEW;
    }

    private List<Match> assign(long[] order, float[] probability, float margin) {
        var matches = new ArrayList<Match>();
        var takenA = new boolean[ofA.length];
        var takenB = new boolean[ofB.length];
        var rivalsOfA = new Rivals(edges.a, edges.bits, edges.size, ofA.length);
        var rivalsOfB = new Rivals(edges.b, edges.bits, edges.size, ofB.length);
        for (var one : order) {
            var e = (int) one;
            if (probability[e] < REVIEW) {
                break;
            }
            if (!takenA[edges.a[e]] && !takenB[edges.b[e]]) {
                takenA[edges.a[e]] = true;
                takenB[edges.b[e]] = true;
                var bits = edges.bits[e];
                var lead = bits - Math.max(rivalsOfA.of(edges.a[e], bits), rivalsOfB.of(edges.b[e], bits));
                matches.add(new Match(
                        edges.a[e], edges.b[e], bits, probability[e], decision(probability[e], lead, margin)));
            }
        }
        return matches;
    }
}
