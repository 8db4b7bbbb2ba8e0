package dev.tandem.standalone.token;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a caller may be; `operator` belongs to no company, every other role to exactly one.
public enum Role {
    ALLIANCE_MANAGER,
    FINANCE,
    REP,
    CRM,
    ADMIN,
    OPERATOR;

    /// As it stands in the `roles` claim, e.g. `alliance-manager`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Role parse(String wireName) {
        return Arrays.stream(values())
                .filter(role -> role.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("role must be one of " + all()));
    }

    private static String all() {
        return Arrays.stream(values()).map(Role::wireName).collect(Collectors.joining(", "));
    }
}
