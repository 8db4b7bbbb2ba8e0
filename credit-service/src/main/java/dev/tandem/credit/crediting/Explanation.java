package dev.tandem.credit.crediting;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.partnership.ParticipantRole;
import java.util.List;
import java.util.Locale;

/// Why a line was posted, as data from which its sentence follows. Holds nothing that a party may not see: no names, no
/// ids of anybody's CRM.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface Explanation {

    /// What was posted on the same line before.
    Money before();

    /// Ids of the events that it rests on.
    List<String> inputs();

    Reason reason();

    /// The same explanation, for a line that replaces what was posted before.
    Explanation replacing(Money before);

    /// A share of the deal by a rule of the agreement.
    record Allocated(Rule rule, ParticipantRole role, Split split, Money before, List<String> inputs)
            implements Explanation {
        public Allocated {
            inputs = List.copyOf(inputs);
        }

        @Override
        public Explanation replacing(Money postedBefore) {
            return new Allocated(rule, role, split, postedBefore, inputs);
        }

        @Override
        public Reason reason() {
            var who = role.name().charAt(0) + role.name().substring(1).toLowerCase(Locale.ROOT);
            return new Reason(role + "_SHARE", who + ": " + split.formula() + ", by " + rule + replaced() + ".");
        }

        private String replaced() {
            return before.isZero()
                    ? ""
                    : "; " + before + " were posted before, so "
                            + split.amount().minus(before) + " is posted now";
        }
    }

    /// Nothing is due any more, so what was posted is taken back.
    record TakenBack(Reason cause, Money before, List<String> inputs) implements Explanation {
        public TakenBack {
            inputs = List.copyOf(inputs);
        }

        @Override
        public Explanation replacing(Money postedBefore) {
            return new TakenBack(cause, postedBefore, inputs);
        }

        @Override
        public Reason reason() {
            return new Reason(cause.code(), cause.sentence() + " The " + before + " posted before are taken back.");
        }
    }

    /// The rule of the agreement that was applied.
    ///
    /// @param olderDeal whether the deal is older than the agreement, so that its first revision in force applies
    record Rule(String id, int revision, boolean olderDeal) {
        @Override
        public String toString() {
            return "rule " + id + " of agreement revision " + revision
                    + (olderDeal ? ", the first in force, since the deal is older" : "");
        }
    }
}
