package dev.tandem.contracts.partnership;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.Violation;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the parties want to reach together, how one sale counts in what each wants to reach, what one pays the other
/// for its part, and how far apart their pay may be.
///
/// @param targets of the parties together
/// @param ofCredit what a deal's owner pays another party: this part of what that party's people are credited of the
/// deal; null for nothing
/// @param parity null for 0.90 to 1.10
public record JointGoals(
        List<Target> targets,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Share ofCredit,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Band parity) {
    private static final int TARGETS_MAX = 50;
    private static final int MONTHS_MAX = 60;

    /// How a sale counts in a party's own target. In the joint one it always counts once, and in full.
    public enum Counts {
        /// In full, in that of each party.
        FULL,
        /// With what the party's own people are credited of it.
        CREDITED,
        /// In full, for the party that owns the deal, and not at all for the others.
        OWNER
    }

    /// @param from the first month of deals' effective dates that count, `through` the last
    /// @param amount deals of its currency count
    public record Target(String id, YearMonth from, YearMonth through, Money amount, Counts counts) {}

    /// Ratios of pay that are taken for equivalent.
    public record Band(Share from, Share through) {
        public static final Band USUAL = new Band(Share.of(9, 10), Share.of(11, 10));

        public boolean contains(Share ratio) {
            return from.compareTo(ratio) <= 0 && ratio.compareTo(through) <= 0;
        }
    }

    public JointGoals {
        targets = List.copyOf(targets);
    }

    public Band band() {
        return parity == null ? Band.USUAL : parity;
    }

    /// Every broken rule; empty when this may be proposed.
    public List<Violation> violations() {
        var violations = new ArrayList<Violation>();
        check(violations, "goals.targets", targets.size() <= TARGETS_MAX, "must be " + TARGETS_MAX + " at most");
        check(
                violations,
                "goals.ofCredit",
                ofCredit == null || ofCredit.compareTo(Share.ALL) <= 0,
                "must be 100% at most");
        check(
                violations,
                "goals.parity",
                parity == null
                        || (parity.from().compareTo(Share.ALL) <= 0
                                && parity.through().compareTo(Share.ALL) >= 0),
                "must contain 100%");
        var ids = new HashSet<String>();
        for (int i = 0; i < targets.size(); i++) {
            check(violations, "goals.targets[" + i + "]", targets.get(i));
            if (!ids.add(targets.get(i).id())) {
                violations.add(new Violation("goals.targets[" + i + "].id", "DUPLICATE", "another target has this id"));
            }
        }
        return violations;
    }

    private static void check(List<Violation> violations, String path, Target target) {
        check(violations, path + ".id", target.id().matches("[a-z0-9-]{1,64}"), "must be 1 to 64 of a-z, 0-9 and -");
        check(violations, path + ".amount", target.amount().amountMinor().signum() > 0, "must be above zero");
        var last = target.from().plusMonths(MONTHS_MAX - 1L);
        check(
                violations,
                path + ".through",
                !target.through().isBefore(target.from()) && !target.through().isAfter(last),
                "must be from on, at most " + MONTHS_MAX + " months");
    }

    private static void check(List<Violation> violations, String field, boolean holds, String message) {
        if (!holds) {
            violations.add(new Violation(field, "RANGE", message));
        }
    }
}
