package dev.tandem.credit.goal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.Violation;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A goal that a company has set itself or one of its reps. No other company ever sees it.
///
/// @param id unique in the company; the same id again takes the place of the goal before
/// @param jointTarget the target of the agreement that it serves, null for none
/// @param rep null for a goal of the company itself
/// @param accounts the joint accounts that it is about, empty for all of the partnership
/// @param weight what part of what the rep, or the company, wants to reach it is
record Goal(
        String id,
        PartnershipId partnership,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String jointTarget,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RepId rep,
        List<JointAccountId> accounts,
        YearMonth from,
        YearMonth through,
        Money amount,
        Share weight) {
    private static final int ACCOUNTS_MAX = 1_000;

    Goal {
        accounts = List.copyOf(accounts);
    }

    boolean covers(RepId who, JointAccountId account, YearMonth month) {
        return who.equals(rep)
                && (accounts.isEmpty() || accounts.contains(account))
                && !month.isBefore(from)
                && !month.isAfter(through);
    }

    List<Violation> violations() {
        var violations = new ArrayList<Violation>();
        check(violations, "id", id.matches("[a-z0-9-]{1,64}"), "must be 1 to 64 of a-z, 0-9 and -");
        check(violations, "through", !through.isBefore(from), "must not be before from");
        check(violations, "amount", amount.amountMinor().signum() > 0, "must be above zero");
        check(violations, "weight", weight.compareTo(Share.ALL) <= 0, "must be 100% at most");
        check(violations, "accounts", accounts.size() <= ACCOUNTS_MAX, "must be " + ACCOUNTS_MAX + " at most");
        return violations;
    }

    private static void check(List<Violation> violations, String field, boolean holds, String message) {
        if (!holds) {
            violations.add(new Violation(field, "RANGE", message));
        }
    }
}
