package dev.tandem.credit.crediting;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.contracts.partnership.CreditingPolicy.Mode;
import dev.tandem.contracts.partnership.ParticipantRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Why a line was posted, as data from which its sentence follows. Holds nothing that a party may
/// not see: no names, no ids of anybody's CRM.
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
    ///
    /// @param role the first ground on which the recipient stands
    /// @param sharing null where role and split say it all
    record Allocated(
            Rule rule,
            ParticipantRole role,
            Split split,
            Money before,
            List<String> inputs,
            @Nullable Sharing sharing) implements Explanation {
        public Allocated {
            inputs = List.copyOf(inputs);
        }

        @Override
        public Explanation replacing(Money postedBefore) {
            return new Allocated(rule, role, split, postedBefore, inputs, sharing);
        }

        @Override
        public Reason reason() {
            var who = sharing == null ? plainWho() : sharing.who();
            var how = sharing == null ? "" : sharing.how();
            return new Reason(
                    code() + "_SHARE",
                    who + ": " + split.formula() + how + ", by " + rule + replaced(before, split.amount()) + ".");
        }

        private String code() {
            return sharing != null && sharing.mode() == Mode.POOL ? "POOL" : role.name();
        }

        private String plainWho() {
            return role.name().charAt(0) + role.name().substring(1).toLowerCase(Locale.ROOT);
        }
    }

    private static String replaced(Money before, Money amount) {
        return before.isZero()
                ? ""
                : "; " + before + " were posted before, so " + amount.minus(before) + " is posted now";
    }

    /// A part of what the people beneath a manager have of the deal.
    ///
    /// @param of the credit type of theirs
    /// @param beneath who they are
    /// @param base what they have together
    /// @param exactMinor the exact part in minor units, as a fraction in lowest terms
    record RolledUp(
            Rule rule,
            CreditType of,
            List<RepId> beneath,
            Money base,
            Share rate,
            String exactMinor,
            Money amount,
            Money before,
            List<String> inputs)
            implements Explanation {
        private static final int BENEATH_SAID = 4;

        public RolledUp {
            beneath = List.copyOf(beneath);
            inputs = List.copyOf(inputs);
        }

        @Override
        public Explanation replacing(Money postedBefore) {
            return new RolledUp(rule, of, beneath, base, rate, exactMinor, amount, postedBefore, inputs);
        }

        @Override
        public Reason reason() {
            var said = beneath.stream().limit(BENEATH_SAID).map(RepId::value).collect(Collectors.joining(", "));
            var more = beneath.size() > BENEATH_SAID ? " and " + (beneath.size() - BENEATH_SAID) + " more" : "";
            var exact = exactMinor.contains("/") ? " is exactly " + exactMinor + " minor units; towards zero" : "";
            return new Reason(
                    "ROLL_UP",
                    "Manager of " + said + more + ": " + rate + " of their " + base + " of "
                            + of.name().toLowerCase(Locale.ROOT) + " credit" + exact + " = " + amount
                            + ", counted once, by " + rule + replaced(before, amount) + ".");
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
    /// @param olderDeal whether the deal is older than the agreement, so that its first revision in
    /// force applies
    /// @param appliesFrom set if the revision was signed after the deal and says that it applies
    /// from this date
    record Rule(
            String id,
            int revision,
            boolean olderDeal,
            @Nullable LocalDate appliesFrom) {
        @Override
        public String toString() {
            return "rule " + id + " of agreement revision " + revision
                    + (olderDeal ? ", the first in force, since the deal is older" : "")
                    + (appliesFrom == null ? "" : ", signed later to apply from " + appliesFrom);
        }
    }
}
