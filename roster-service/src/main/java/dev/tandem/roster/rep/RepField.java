package dev.tandem.roster.rep;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is kept of a CRM user; other fields that a CRM may send are not.
enum RepField {
    NAME("name", 200),
    EMAIL("email", 254),
    ROLE("role", 100),
    TERRITORY("territory", 100),
    MANAGER_USER("managerUser", 128),
    ACTIVE("active", 5),
    LANGUAGES("languages", 200),
    SEGMENT("segment", 100),
    PRODUCTS("products", 500),
    CAPACITY("capacity", 3),
    SKILLS("skills", 500),
    ROLE_FAMILY("roleFamily", 20),
    /// Ids of accounts in the company's own CRM.
    NAMED_ACCOUNTS("namedAccounts", 4_000),
    /// The first day with the company, and the first day without.
    EFFECTIVE_FROM("effectiveFrom", 10),
    EFFECTIVE_UNTIL("effectiveUntil", 10);

    static final List<RepField> ALL = List.of(values());

    private final String crmName;
    private final int lengthMax;

    RepField(String crmName, int lengthMax) {
        this.crmName = crmName;
        this.lengthMax = lengthMax;
    }

    String crmName() {
        return crmName;
    }

    /// As far as partners may learn of it by a roster, beside what the event of a rep says: of named accounts how many.
    Optional<String> offered(Rep rep) {
        var known = rep.value(this);
        var value = known == null || known.isBlank() ? "" : known;
        return switch (this) {
            case NAME, EMAIL, ROLE, TERRITORY, MANAGER_USER, ACTIVE, EFFECTIVE_FROM, EFFECTIVE_UNTIL ->
                Optional.empty();
            case LANGUAGES, SEGMENT, PRODUCTS, CAPACITY, SKILLS, ROLE_FAMILY -> Optional.of(value);
            case NAMED_ACCOUNTS -> Optional.of(value.isEmpty() ? value : count(value));
        };
    }

    private static String count(String list) {
        return Long.toString(
                Stream.of(list.split("[,;]")).filter(item -> !item.isBlank()).count());
    }

    int lengthMax() {
        return lengthMax;
    }

    static Optional<RepField> of(String crmName) {
        return Arrays.stream(values())
                .filter(field -> field.crmName.equals(crmName))
                .findFirst();
    }
}
