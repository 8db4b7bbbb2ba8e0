package dev.tandem.credit.crediting;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Share;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one participant is due of a deal's recognition points. Whole numbers without a currency: no type of theirs can
/// be added to an amount.
public record Points(CompanyId company, RepId rep, long points, Because because) {

    /// Why somebody has points, or has them no more.
    ///
    /// @param rule null where points are taken back
    /// @param grounds on which the participant stands, as things happened
    /// @param share the exact weight; null where points are taken back
    /// @param unit whether a point that was left over by rounding went here
    /// @param before what was posted on the same line before
    /// @param cause why nothing is due; null where something is
    /// @param inputs ids of the events that it rests on
    public record Because(
            @JsonInclude(JsonInclude.Include.NON_NULL) Explanation.@Nullable Rule rule,
            List<Ground> grounds,
            long perDeal,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Share share,

            boolean unit,
            long points,
            long before,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Reason cause,

            List<String> inputs) {
        public Because {
            grounds = List.copyOf(grounds);
            inputs = List.copyOf(inputs);
        }

        /// Nothing is due any more.
        public static Because takenBack(Reason cause, long before, List<String> inputs) {
            return new Because(null, List.of(), 0, null, false, 0, before, cause, inputs);
        }

        /// The same, for a line that replaces what was posted before.
        public Because replacing(long posted) {
            return new Because(rule, grounds, perDeal, share, unit, points, posted, cause, inputs);
        }

        public Reason reason() {
            if (cause != null) {
                return new Reason(
                        cause.code(), cause.sentence() + " The " + before + " points posted before are taken back.");
            }
            var rounded = unit ? ", with one that was left over" : "";
            var replaced = before == 0
                    ? ""
                    : "; " + before + " were posted before, so " + (points - before) + " are posted now";
            return new Reason(
                    "RECOGNITION_POINTS",
                    "Recognition of %s: %s of %d points = %d%s, by %s%s."
                            .formatted(
                                    String.join(
                                            ", ",
                                            grounds.stream()
                                                    .map(Ground::toString)
                                                    .toList()),
                                    share,
                                    perDeal,
                                    points,
                                    rounded,
                                    rule,
                                    replaced));
        }
    }
}
