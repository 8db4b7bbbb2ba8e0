package dev.tandem.credit.expense;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Violation;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was paid for what.
///
/// @param payer the party that paid
/// @param host the party that invited
/// @param heads how many people it was for, of all companies
/// @param country where, ISO 3166-1 alpha-2; null where it does not matter
/// @param activity such as `MEETING`; null where it does not matter
/// @param evidence where the receipt is found
public record Spent(
        CompanyId payer,
        CompanyId host,
        String category,
        LocalDate on,
        int heads,
        Money amount,
        @Nullable String country,
        @Nullable String activity,
        String evidence) {
    private static final int HEADS_MAX = 10_000;
    private static final int EVIDENCE_MAX = 500;
    private static final int ACTIVITY_MAX = 64;

    /// The month that it belongs to.
    public YearMonth period() {
        return YearMonth.from(on);
    }

    /// What is wrong with it whatever was agreed.
    List<Violation> violations(LocalDate today) {
        var violations = new ArrayList<Violation>();
        check(violations, "on", !on.isAfter(today), "must not be in the future");
        check(violations, "heads", heads >= 1 && heads <= HEADS_MAX, "must be 1 to " + HEADS_MAX);
        check(violations, "amount", amount.amountMinor().signum() > 0, "must be above zero");
        check(
                violations,
                "evidence",
                !evidence.isBlank() && evidence.length() <= EVIDENCE_MAX,
                "must be 1 to " + EVIDENCE_MAX + " characters");
        check(violations, "country", country == null || country.matches("[A-Z]{2}"), "must be two capital letters");
        check(
                violations,
                "activity",
                activity == null || (!activity.isBlank() && activity.length() <= ACTIVITY_MAX),
                "must be 1 to " + ACTIVITY_MAX + " characters");
        return violations;
    }

    private static void check(List<Violation> violations, String field, boolean holds, String message) {
        if (!holds) {
            violations.add(new Violation(field, "RANGE", message));
        }
    }
}
