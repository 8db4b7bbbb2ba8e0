package dev.tandem.accounts.account;

import dev.tandem.accounts.matching.Disguise;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.kit.intake.Unprocessable;
import dev.tandem.kit.store.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a record of an account must keep to.
final class AccountRules {
    private static final String NOT_BY_ITSELF =
            "send it in letters of one script, or people decide about each match of the account";
    private static final String NO_TEXT = "must be text, without control characters and half ones";
    private static final String LOST = "\uFFFD";
    private static final int FIELDS_MAX = 1_000;
    private static final int LENGTH_MAX = 500;
    private static final int ID_LENGTH_MAX = 128;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private static final Set<String> YES_OR_NO = Set.of("", "true", "false");

    private AccountRules() {}

    /// @throws Unprocessable naming every broken rule
    static void check(CrmChange change) {
        var violations = violations(change);
        if (!violations.isEmpty()) {
            throw new Unprocessable(violations);
        }
    }

    /// Every broken rule; empty when the record may be applied.
    static List<Violation> violations(CrmChange change) {
        if (change.fields().size() > FIELDS_MAX) {
            return List.of(new Violation("fields", "TOO_MANY", "an account has at most " + FIELDS_MAX + " fields"));
        }
        var violations = new ArrayList<Violation>();
        if (!PlainText.is(change.objectId().value())) {
            violations.add(new Violation("objectId", "NOT_TEXT", NO_TEXT));
        }
        change.fields().forEach((name, text) -> {
            var max = name.equals("ownerUser") || name.equals("parentId") ? ID_LENGTH_MAX : LENGTH_MAX;
            if (text != null && Account.FIELDS.contains(name) && text.length() > max) {
                violations.add(new Violation(name, "TOO_LONG", "must have at most " + max + " characters"));
            }
            if (text != null && !PlainText.is(text) && Account.FIELDS.contains(name)) {
                violations.add(new Violation(name, "NOT_TEXT", NO_TEXT));
            }
            if (text != null && text.chars().anyMatch(Character::isISOControl) && max == ID_LENGTH_MAX) {
                violations.add(new Violation(name, "NOT_PRINTABLE", "must have printable characters only"));
            }
            if (name.equals("country") && text != null && !country(text)) {
                violations.add(new Violation(name, "NOT_A_COUNTRY", "must be an ISO 3166-1 alpha-2 code such as DE"));
            }
            if (name.equals("private")
                    && text != null
                    && !YES_OR_NO.contains(text.strip().toLowerCase(Locale.ROOT))) {
                violations.add(new Violation(name, "NOT_YES_OR_NO", "must be true or false"));
            }
        });
        if (change.objectId().value().equals(change.fields().get("parentId"))) {
            violations.add(new Violation("parentId", "OWN_PARENT", "an account cannot be its own parent"));
        }
        return violations;
    }

    /// What is applied, and yet keeps the account from being matched by itself.
    static List<Violation> remarks(CrmChange change) {
        var remarks = new ArrayList<Violation>();
        if (Disguise.isWebsite(change.fields().get("website"))) {
            remarks.add(new Violation("website", "LOOKALIKE", "mixes letters that look alike: " + NOT_BY_ITSELF));
        }
        if (Disguise.isName(change.fields().get("name"))) {
            remarks.add(new Violation("name", "LOOKALIKE", "mixes letters that look alike: " + NOT_BY_ITSELF));
        }
        change.fields().forEach((name, text) -> {
            if (text != null && Account.FIELDS.contains(name) && text.contains(LOST)) {
                remarks.add(
                        new Violation(name, "BROKEN_TEXT", "holds U+FFFD, which stands for what was lost on the way"));
            }
        });
        return remarks;
    }

    private static boolean country(String text) {
        return text.isBlank() || COUNTRIES.contains(text.strip().toUpperCase(Locale.ROOT));
    }
}
