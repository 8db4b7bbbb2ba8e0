package dev.tandem.accounts.population;

import java.util.List;

/// Which fields a rule can name, by the names of the CRM contract.
record Fields(String of, List<String> names) {
    static final Fields ACCOUNT = new Fields(
            "account",
            List.of(
                    "city",
                    "country",
                    "industry",
                    "name",
                    "ownerUser",
                    "parentId",
                    "phone",
                    "postcode",
                    "region",
                    "registrationId",
                    "street",
                    "type",
                    "website"));
    static final Fields OPPORTUNITY =
            new Fields("opportunity", List.of("amount", "closeDate", "currency", "ownerUser", "stage"));

    /// @throws RuleError naming those there are
    String named(Token token) {
        return names.stream()
                .filter(token::word)
                .findFirst()
                .orElseThrow(() -> new RuleError(
                        "UNKNOWN_FIELD",
                        token.position(),
                        "expected a field, found " + token.shown() + "; the fields of an " + of + " are "
                                + String.join(", ", names)));
    }

    boolean date(String field) {
        return field.equals("closeDate");
    }

    boolean amount(String field) {
        return field.equals("amount");
    }
}
