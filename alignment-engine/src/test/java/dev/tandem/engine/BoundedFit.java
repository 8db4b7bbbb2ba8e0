package dev.tandem.engine;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Logistic regression by Newton's steps with a little ridge. Weights that would count against common sense are
/// held at their bound and the others fitted again; some that the labelled books hardly show are given.
final class BoundedFit {
    private static final double RIDGE = 0.1;
    private static final double LONGEST_STEP = 3;
    private static final double CLOSE = 2e-3;
    private static final int STEPS = 25;
    private static final int ROUNDS = 6;
    private static final double LN2 = Math.log(2);
    private static final int CLUES = Clue.ALL.length;

    private final List<Sample> samples;
    private final Map<Clue, Double> held = new EnumMap<>(Clue.class);
    private final double[] weights = new double[CLUES];
    private double[][] curvature = new double[CLUES][CLUES];
    private double[] slope = new double[CLUES];

    private BoundedFit(List<Sample> samples) {
        this.samples = samples;
        held.putAll(Bounds.GIVEN);
    }

    /// The weights in bits.
    static double[] fit(List<Sample> samples) {
        var fit = new BoundedFit(samples);
        for (var round = 0; round < ROUNDS; round++) {
            fit.newton();
            if (!fit.holdAtBounds()) {
                break;
            }
        }
        return java.util.Arrays.stream(fit.weights).map(nats -> nats / LN2).toArray();
    }

    private boolean holdAtBounds() {
        var changed = false;
        for (var bound : Bounds.OF.entrySet()) {
            var bits = weights[bound.getKey().index] / LN2;
            var within =
                    Math.clamp(bits, bound.getValue().least(), bound.getValue().most());
            if (Math.abs(bits - within) > 1e-6) {
                held.put(bound.getKey(), within);
                changed = true;
            }
        }
        return changed;
    }

    private void newton() {
        held.forEach((clue, bits) -> weights[clue.index] = bits * LN2);
        for (var step = 0; step < STEPS; step++) {
            derive();
            var by = LinearSystem.solve(curvature, slope);
            var longest = 0.0;
            for (var change : by) {
                longest = Math.max(longest, Math.abs(change));
            }
            for (var n = 0; n < CLUES; n++) {
                weights[n] += by[n] * Math.min(1, LONGEST_STEP / Math.max(longest, LONGEST_STEP));
            }
            if (longest < CLOSE) {
                return;
            }
        }
    }

    private void derive() {
        curvature = new double[CLUES][CLUES];
        slope = new double[CLUES];
        samples.forEach(this::derive);
        for (var n = 0; n < CLUES; n++) {
            var ridge = n == Clue.START.index ? 1e-6 : RIDGE;
            slope[n] -= ridge * weights[n];
            curvature[n][n] += ridge + 1e-9;
        }
        for (var clue : held.keySet()) {
            hold(clue.index);
        }
    }

    /// A weight that is held takes no part in the step.
    private void hold(int clue) {
        for (var n = 0; n < CLUES; n++) {
            curvature[clue][n] = 0;
            curvature[n][clue] = 0;
        }
        curvature[clue][clue] = 1;
        slope[clue] = 0;
    }

    private void derive(Sample sample) {
        for (var pair = 0; pair < sample.size(); pair++) {
            derive(sample.clues.get(pair), sample.values.get(pair), sample.isTrue.get(pair), sample.weight.get(pair));
        }
    }

    private void derive(int[] clues, float[] values, boolean isTrue, double weight) {
        var sum = 0.0;
        for (var n = 0; n < clues.length; n++) {
            sum += values[n] * weights[clues[n]];
        }
        var probability = 1 / (1 + Math.exp(-Math.clamp(sum, -50, 50)));
        var error = weight * ((isTrue ? 1 : 0) - probability);
        var spread = weight * probability * (1 - probability) + 1e-12;
        for (var n = 0; n < clues.length; n++) {
            slope[clues[n]] += error * values[n];
            for (var m = 0; m < clues.length; m++) {
                curvature[clues[n]][clues[m]] += spread * values[n] * values[m];
            }
        }
    }
}
