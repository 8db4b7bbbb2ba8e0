package dev.tandem.benchmarks;

import java.util.List;
import java.util.Locale;

/// How good pairs are against a gold standard, each from 0 to 1. `atThreshold` is at the threshold that the
/// matcher was given, `best` at the one that serves this data set best, which nobody knows beforehand.
record Quality(At atThreshold, At best, double bestThreshold, double recallAtPrecision98) {
    private static final double PRECISION = 0.98;

    /// At one threshold.
    record At(double precision, double recall, double f1) {
        static At of(int right, int found, int gold) {
            var precision = found == 0 ? 0 : (double) right / found;
            var recall = gold == 0 ? 0 : (double) right / gold;
            return new At(precision, recall, right == 0 ? 0 : 2 * precision * recall / (precision + recall));
        }
    }

    /// Of pairs that are ordered best first. Equal scores stand or fall together.
    static Quality of(List<Scored> pairs, Gold gold, double threshold) {
        var quality = new Quality(At.of(0, 0, gold.size()), At.of(0, 0, gold.size()), 1, 0);
        var right = 0;
        for (var n = 0; n < pairs.size(); n++) {
            var pair = pairs.get(n);
            right += gold.has(pair.a(), pair.b()) ? 1 : 0;
            if (n + 1 == pairs.size() || pairs.get(n + 1).score() < pair.score()) {
                quality = quality.with(At.of(right, n + 1, gold.size()), pair.score(), threshold);
            }
        }
        return quality;
    }

    private Quality with(At here, double score, double threshold) {
        var better = here.f1() > best.f1();
        return new Quality(
                score >= threshold ? here : atThreshold,
                better ? here : best,
                better ? score : bestThreshold,
                here.precision() >= PRECISION ? Math.max(here.recall(), recallAtPrecision98) : recallAtPrecision98);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "P %.4f R %.4f F1 %.4f | best threshold %.2f: P %.4f R %.4f F1 %.4f | recall at P 0.98: %.4f",
                atThreshold.precision(),
                atThreshold.recall(),
                atThreshold.f1(),
                bestThreshold,
                best.precision(),
                best.recall(),
                best.f1(),
                recallAtPrecision98);
    }
}
