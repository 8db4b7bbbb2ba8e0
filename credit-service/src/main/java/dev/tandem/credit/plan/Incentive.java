package dev.tandem.credit.plan;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a measure becomes pay. Each is a function of the measure's total; what one deal earns is the
/// function after it less the function before it, so that the lines of a window always sum to the
/// function of its total.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface Incentive {
    String id();

    String measure();

    /// The most that a window pays; null for no limit.
    @Nullable
    Money cap();

    /// What a total earns, before the cap.
    ///
    /// @param quota of the rep for one window
    Exact reward(Exact total, Money quota);

    /// How that is figured, as a sentence's part.
    String formula();

    List<Violation> violations(String path);

    /// The same rate for all.
    record Flat(
            String id, String measure, Share rate, @Nullable Money cap) implements Incentive {
        @Override
        public Exact reward(Exact total, Money quota) {
            return total.times(rate);
        }

        @Override
        public String formula() {
            return "at " + rate;
        }

        @Override
        public List<Violation> violations(String path) {
            return List.of();
        }
    }

    /// Whether a tier's rate is for what lies above its threshold, or for the whole total once that
    /// is reached.
    enum Kind {
        MARGINAL,
        RETROACTIVE
    }

    /// @param from the total at which the rate begins
    record Step(Money from, Share rate) {}

    /// Rates by the total reached; the first from zero, each above the one before. Below zero the
    /// first rate applies.
    record Tiers(
            String id,
            String measure,
            Kind kind,
            List<Step> steps,
            @Nullable Money cap) implements Incentive {
        public Tiers {
            steps = List.copyOf(steps);
        }

        @Override
        public Exact reward(Exact total, Money quota) {
            return switch (kind) {
                case MARGINAL -> marginal(total);
                case RETROACTIVE -> total.times(reached(total).rate());
            };
        }

        private Exact marginal(Exact total) {
            var reward = total.min(Exact.ZERO).times(steps.getFirst().rate());
            for (int i = 0; i < steps.size(); i++) {
                var above = total.minus(Exact.of(steps.get(i).from())).max(Exact.ZERO);
                var width = i + 1 < steps.size()
                        ? above.min(Exact.of(
                                steps.get(i + 1).from().minus(steps.get(i).from())))
                        : above;
                reward = reward.plus(width.times(steps.get(i).rate()));
            }
            return reward;
        }

        private Step reached(Exact total) {
            return steps.stream()
                    .filter(step -> total.compareTo(Exact.of(step.from())) >= 0)
                    .reduce((_, higher) -> higher)
                    .orElse(steps.getFirst());
        }

        @Override
        public String formula() {
            var text = new StringBuilder(kind == Kind.MARGINAL ? "at" : "all of it at");
            steps.forEach(step ->
                    text.append(' ').append(step.rate()).append(" from ").append(step.from()));
            return text.toString();
        }

        @Override
        public List<Violation> violations(String path) {
            if (steps.isEmpty() || !steps.getFirst().from().isZero()) {
                return List.of(new Violation(path + ".steps", "FIRST_FROM_ZERO", "the first tier begins at zero"));
            }
            var violations = new ArrayList<Violation>();
            for (int i = 1; i < steps.size(); i++) {
                var from = steps.get(i).from();
                if (from.amountMinor().compareTo(steps.get(i - 1).from().amountMinor()) <= 0) {
                    violations.add(new Violation(
                            path + ".steps[" + i + "].from", "TIERS_OVERLAP", "must be above the tier before"));
                }
            }
            return violations;
        }
    }

    /// A rate up to a part of the rep's quota, and that rate times a factor above it.
    ///
    /// @param above a part of the quota
    record Accelerator(
            String id,
            String measure,
            Share rate,
            Share above,
            Share factor,
            @Nullable Money cap) implements Incentive {
        @Override
        public Exact reward(Exact total, Money quota) {
            var threshold = Exact.of(quota).times(above);
            var beyond = total.minus(threshold).max(Exact.ZERO);
            return total.min(threshold).times(rate).plus(beyond.times(rate).times(factor));
        }

        @Override
        public String formula() {
            return "at " + rate + ", times " + factor + " above " + above + " of quota";
        }

        @Override
        public List<Violation> violations(String path) {
            return factor.compareTo(Share.ALL) >= 0
                    ? List.of()
                    : List.of(new Violation(path + ".factor", "RANGE", "an accelerator has a factor of 100% or more"));
        }
    }
}
