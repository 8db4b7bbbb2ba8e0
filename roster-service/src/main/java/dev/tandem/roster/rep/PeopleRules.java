package dev.tandem.roster.rep;

import dev.tandem.contracts.Topics;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.crm.CrmChange.Change;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.intake.Unprocessable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a CRM's record of a user must meet to be applied. A finding never repeats the value, which is personal.
final class PeopleRules {
    private PeopleRules() {}

    static List<Violation> violations(Incoming<CrmChange> event) {
        var change = event.payload();
        if (!change.objectType().equals("user")) {
            return List.of(new Violation(
                    "objectType",
                    "UNKNOWN",
                    "only these are read from people.in: send user, activity or contribution"));
        }
        if (!event.key().equals(change.objectId().value())) {
            return List.of(new Violation("key", "NOT_THE_OBJECT_ID", "send the record under its objectId as key"));
        }
        if (event.key().equals(Topics.NOTHING_KEY)) {
            return List.of(new Violation("key", "RESERVED", "send the user under another id: nothing erases this one"));
        }
        return change.change() == Change.DELETED ? List.of() : ofFields(change);
    }

    /// @throws Unprocessable when it would take the place of a user on the topic
    static void requireKey(Incoming<CrmChange> event, String prefix) {
        var id = event.payload().objectId().value();
        if (!event.key().equals(id) || !id.startsWith(prefix)) {
            throw new Unprocessable(
                    "key", "NOT_THE_OBJECT_ID", "send the record under its objectId as key, beginning with " + prefix);
        }
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
        return broken("fields." + field.crmName(), field, value);
    }

    /// What a value breaks, wherever it was said; null for a good one.
    static @Nullable Violation broken(String path, RepField field, @Nullable String value) {
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
            case ROLE_FAMILY ->
                Stream.of(RoleFamily.values()).map(RoleFamily::name).noneMatch(value::equals);
            case EFFECTIVE_FROM, EFFECTIVE_UNTIL -> !isDate(value);
            case NAME, ROLE, TERRITORY, MANAGER_USER, LANGUAGES, SEGMENT, PRODUCTS, SKILLS, NAMED_ACCOUNTS ->
                value.chars().anyMatch(Character::isISOControl);
        };
    }

    private static boolean isDate(String value) {
        try {
            return !LocalDate.parse(value).isBefore(Spells.ALWAYS);
        } catch (DateTimeParseException none) {
            return false;
        }
    }

    private static String form(RepField field) {
        return switch (field) {
            case ACTIVE -> "send true or false";
            case EMAIL -> "send one address, such as kim@example.com";
            case CAPACITY -> "send a whole number from 0 to 999";
            case ROLE_FAMILY -> "send SELLER, MANAGER, SPECIALIST or SUPPORT";
            case EFFECTIVE_FROM, EFFECTIVE_UNTIL -> "send a date, such as 2026-01-31";
            case NAME, ROLE, TERRITORY, MANAGER_USER, LANGUAGES, SEGMENT, PRODUCTS, SKILLS, NAMED_ACCOUNTS ->
                "send it without control characters";
        };
    }
}
