package dev.tandem.roster.rep;

import dev.tandem.contracts.Violation;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.crm.CrmChange.Change;
import dev.tandem.kit.intake.Incoming;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a CRM's record of a user must meet to be applied. A finding never repeats the value, which is personal.
final class PeopleRules {
    private PeopleRules() {}

    static List<Violation> violations(Incoming<CrmChange> event) {
        var change = event.payload();
        if (!change.objectType().equals("user")) {
            return List.of(new Violation("objectType", "UNKNOWN", "only users are read from people.in: send user"));
        }
        if (!event.key().equals(change.objectId().value())) {
            return List.of(new Violation("key", "NOT_THE_OBJECT_ID", "send the record under its objectId as key"));
        }
        return change.change() == Change.DELETED ? List.of() : ofFields(change);
    }

    private static List<Violation> ofFields(CrmChange change) {
        var violations = new ArrayList<Violation>();
        for (var field : RepField.ALL) {
            if (change.change() == Change.FULL || change.fields().containsKey(field.crmName())) {
                var broken = broken(field, change.fields().get(field.crmName()));
                if (broken != null) {
                    violations.add(broken);
                }
            }
        }
        return violations;
    }

    private static @Nullable Violation broken(RepField field, @Nullable String value) {
        var path = "fields." + field.crmName();
        if (value == null || value.isBlank()) {
            return field == RepField.NAME ? new Violation(path, "REQUIRED", "a user has a name: send it") : null;
        }
        if (value.length() > field.lengthMax()) {
            return new Violation(path, "TOO_LONG", "send " + field.lengthMax() + " characters at most");
        }
        return malformed(field, value) ? new Violation(path, "MALFORMED", form(field)) : null;
    }

    private static boolean malformed(RepField field, String value) {
        return switch (field) {
            case ACTIVE -> !Set.of("true", "false").contains(value);
            case EMAIL -> !value.matches("[^@\\s]+@[^@\\s]+");
            case CAPACITY -> !value.matches("[0-9]{1,3}");
            case NAME, ROLE, TERRITORY, MANAGER_USER, LANGUAGES, SEGMENT, PRODUCTS ->
                value.chars().anyMatch(Character::isISOControl);
        };
    }

    private static String form(RepField field) {
        return switch (field) {
            case ACTIVE -> "send true or false";
            case EMAIL -> "send one address, such as kim@example.com";
            case CAPACITY -> "send a whole number from 0 to 999";
            case NAME, ROLE, TERRITORY, MANAGER_USER, LANGUAGES, SEGMENT, PRODUCTS ->
                "send it without control characters";
        };
    }
}
