package dev.tandem.accounts.deal;

import dev.tandem.accounts.crm.Merged;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Violation;
import dev.tandem.kit.intake.Unprocessable;
import dev.tandem.kit.store.PlainText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an opportunity must keep to, all its records merged.
final class DealRules {
    private static final Set<String> STAGES = Set.of("Qualifying", "Proposal", "Negotiation", "Won", "Lost");

    private static final int PRODUCT_MAX = 100;

    private DealRules() {}

    /// @throws Unprocessable naming every broken rule
    static void check(Merged merged) {
        var violations = new ArrayList<Violation>();
        if (merged.live()) {
            checkStage(merged, violations);
            checkDate(merged, violations);
            checkIds(merged, violations);
            checkProduct(merged, violations);
            money(merged, violations);
        }
        if (!violations.isEmpty()) {
            throw new Unprocessable(violations);
        }
    }

    /// What was sold less what was refunded; empty while amount or currency is not there.
    static Optional<Money> net(Merged merged) {
        return money(merged, new ArrayList<>());
    }

    private static Optional<Money> money(Merged merged, List<Violation> violations) {
        var currency = merged.text("currency");
        var amount = merged.text("amount");
        var refunded = merged.text("refundedAmount");
        if (currency == null || amount == null) {
            won(merged, currency == null ? "currency" : "amount", violations);
            return Optional.empty();
        }
        var sold = money("amount", amount, currency, violations);
        var back = money("refundedAmount", refunded == null ? "0" : refunded, currency, violations);
        return sold.flatMap(all -> back.map(all::minus));
    }

    private static Optional<Money> money(String field, String amount, String currency, List<Violation> violations) {
        try {
            return Optional.of(Money.of(amount, currency));
        } catch (IllegalArgumentException malformed) {
            var message = String.valueOf(malformed.getMessage());
            var ofCurrency = message.startsWith("currency");
            var violation = new Violation(
                    ofCurrency ? "currency" : field, ofCurrency ? "UNKNOWN_CURRENCY" : "MALFORMED_AMOUNT", message);
            // One currency stands behind both amounts, and is named once.
            if (!violations.contains(violation)) {
                violations.add(violation);
            }
            return Optional.empty();
        }
    }

    private static void checkStage(Merged merged, List<Violation> violations) {
        var stage = merged.text("stage");
        if (stage != null && !STAGES.contains(stage)) {
            var known = STAGES.stream().sorted().toList();
            violations.add(new Violation("stage", "UNKNOWN_STAGE", "must be one of " + known));
        }
    }

    private static void checkDate(Merged merged, List<Violation> violations) {
        var date = merged.text("closeDate");
        if (date == null) {
            won(merged, "closeDate", violations);
            return;
        }
        try {
            LocalDate.parse(date);
        } catch (DateTimeException malformed) {
            violations.add(new Violation("closeDate", "NOT_A_DATE", "must be an ISO date such as 2026-03-31"));
        }
    }

    private static void checkIds(Merged merged, List<Violation> violations) {
        for (var field : List.of("accountId", "ownerUser")) {
            var text = merged.text(field);
            if (text != null && !valid(() -> new CrmId(text))) {
                violations.add(new Violation(field, "NOT_AN_ID", "must be 1 to 128 printable characters"));
            }
        }
        var partnership = merged.text("partnership");
        if (partnership != null && !valid(() -> new PartnershipId(partnership))) {
            violations.add(new Violation("partnership", "NOT_AN_ID", "must be the id of a partnership"));
        }
    }

    private static void checkProduct(Merged merged, List<Violation> violations) {
        var product = merged.text("product");
        var printable = product == null
                || (!product.isBlank()
                        && product.length() <= PRODUCT_MAX
                        && PlainText.is(product)
                        && product.chars().noneMatch(Character::isISOControl));
        if (!printable) {
            violations.add(new Violation("product", "LENGTH", "must be 1 to " + PRODUCT_MAX + " printable characters"));
        }
    }

    private static boolean valid(Runnable made) {
        try {
            made.run();
            return true;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static void won(Merged merged, String field, List<Violation> violations) {
        if ("Won".equals(merged.text("stage"))) {
            violations.add(new Violation(field, "MISSING", "is needed once the opportunity is won"));
        }
    }
}
