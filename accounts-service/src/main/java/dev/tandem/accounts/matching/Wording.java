package dev.tandem.accounts.matching;

import static java.util.Map.entry;

import dev.tandem.accounts.matching.Evidence.Agreement;
import dev.tandem.engine.Explanation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the engine found, as both sides may read it: by field and in classes. How many other accounts share a value,
/// and so how much it weighs, is left out, since it would tell of accounts that the reader may not see. For the same
/// reason the order is always that of the fields.
final class Wording {
    private static final Evidence SAME_NAME = Evidence.of(
            "name", Agreement.EQUAL, "SAME_NAME", "Both have the same name, legal form and spelling aside.");
    private static final Evidence SIMILAR_NAME =
            Evidence.of("name", Agreement.SIMILAR, "SIMILAR_NAME", "The names have telling words in common.");
    private static final Evidence KNOWN_NAME =
            Evidence.of("name", Agreement.SIMILAR, "KNOWN_NAME", "Both companies took one name for the other before.");
    private static final Evidence INITIALS =
            Evidence.of("name", Agreement.SIMILAR, "NAME_IS_INITIALS", "One name is the initials of the other.");
    private static final Evidence OTHER_NAME =
            Evidence.of("name", Agreement.DIFFERENT, "OTHER_NAME", "The names have no word in common.");
    private static final Evidence OTHER_NUMBER =
            Evidence.of("name", Agreement.DIFFERENT, "OTHER_NUMBER_IN_NAME", "The names have different numbers.");
    private static final Evidence OTHER_COUNTRY_IN_NAME =
            Evidence.of("name", Agreement.DIFFERENT, "OTHER_COUNTRY_IN_NAME", "The names say different countries.");
    private static final Evidence OTHER_FORM =
            Evidence.of("name", Agreement.DIFFERENT, "OTHER_LEGAL_FORM", "The names have different legal forms.");
    private static final Evidence SAME_DOMAIN =
            Evidence.of("website", Agreement.EQUAL, "SAME_DOMAIN", "Both have the same domain.");
    private static final Evidence OTHER_HOST =
            Evidence.of("website", Agreement.DIFFERENT, "OTHER_HOST", "They have different hosts on the same domain.");
    private static final Evidence SIMILAR_DOMAIN =
            Evidence.of("website", Agreement.SIMILAR, "SIMILAR_DOMAIN", "The domains begin alike.");
    private static final Evidence DOMAIN_IS_NAME =
            Evidence.of("website", Agreement.SIMILAR, "DOMAIN_IS_NAME", "The domain of one is the name of the other.");
    private static final Evidence OTHER_DOMAIN =
            Evidence.of("website", Agreement.DIFFERENT, "OTHER_DOMAIN", "They have different domains.");
    private static final Evidence SAME_PHONE =
            Evidence.of("phone", Agreement.EQUAL, "SAME_PHONE", "Both have the same phone number.");
    private static final Evidence SIMILAR_CITY =
            Evidence.of("city", Agreement.SIMILAR, "SIMILAR_CITY", "The cities have a word in common.");
    private static final Evidence ONE_HAS_PARENT =
            Evidence.of("parentId", Agreement.DIFFERENT, "ONE_HAS_PARENT", "One of them belongs to a parent account.");

    private static final Map<String, Evidence> WORDS = Map.ofEntries(
            entry("NAME_SAME_UNIQUE", SAME_NAME),
            entry("NAME_SAME_TWICE", SAME_NAME),
            entry("NAME_SAME_FEW", SAME_NAME),
            entry("NAME_SAME_OFTEN", SAME_NAME),
            entry("NAME_TOGETHER", SAME_NAME),
            entry("RAREST_UNIQUE", SIMILAR_NAME),
            entry("RAREST_TWICE", SIMILAR_NAME),
            entry("RAREST_FEW", SIMILAR_NAME),
            entry("NAME_NEARLY", SIMILAR_NAME),
            entry("NAME_ALIAS", KNOWN_NAME),
            entry("NAME_ACRONYM", INITIALS),
            entry("NAME_NOTHING_SHARED", OTHER_NAME),
            entry("NAME_NUMBER_DIFFERS", OTHER_NUMBER),
            entry("NAME_COUNTRY_DIFFERS", OTHER_COUNTRY_IN_NAME),
            entry("LEGAL_FORM_DIFFERS", OTHER_FORM),
            entry("DOMAIN_SAME_UNIQUE", SAME_DOMAIN),
            entry("DOMAIN_SAME_TWICE", SAME_DOMAIN),
            entry("DOMAIN_SAME_FEW", SAME_DOMAIN),
            entry("DOMAIN_SAME_MANY", SAME_DOMAIN),
            entry("HOST_DIFFERS", OTHER_HOST),
            entry("DOMAIN_LABEL_SAME", SIMILAR_DOMAIN),
            entry("DOMAIN_LABEL_BEGINS", SIMILAR_DOMAIN),
            entry("DOMAIN_IS_NAME", DOMAIN_IS_NAME),
            entry("DOMAIN_IS_OTHER_NAME", DOMAIN_IS_NAME),
            entry("DOMAIN_IS_ACRONYM", DOMAIN_IS_NAME),
            entry("DOMAIN_DIFFERS", OTHER_DOMAIN),
            entry("PHONE_SAME", SAME_PHONE),
            entry("PHONE_SHARED", SAME_PHONE),
            entry("PHONE_DIFFERS", different("phone", "phone numbers")),
            entry("REGISTRATION_SAME", same("registrationId", "registration number")),
            entry("REGISTRATION_DIFFERS", different("registrationId", "numbers in the same register")),
            entry("CITY_SAME", same("city", "city")),
            entry("CITY_OVERLAPS", SIMILAR_CITY),
            entry("CITY_DIFFERS", different("city", "cities")),
            entry("COUNTRY_SAME", same("country", "country")),
            entry("COUNTRY_DIFFERS", different("country", "countries")),
            entry("POSTCODE_SAME", same("postcode", "postcode")),
            entry("POSTCODE_DIFFERS", different("postcode", "postcodes")),
            entry("STREET_SAME", same("street", "street address")),
            entry("STREET_DIFFERS", different("street", "street addresses")),
            entry("CHILD_OF_ONE", ONE_HAS_PARENT));

    private static final List<String> FIELDS =
            List.of("registrationId", "website", "name", "phone", "postcode", "street", "city", "country", "parentId");

    /// Those that an agreement can show; whose parent an account has is shown to nobody.
    static final Set<String> COMPARED =
            FIELDS.stream().filter(field -> !field.equals("parentId")).collect(Collectors.toUnmodifiableSet());

    private Wording() {}

    /// Of which fields it tells.
    static Set<String> fieldsOf(Evidence evidence) {
        return evidence.equals(DOMAIN_IS_NAME) ? Set.of("website", "name") : Set.of(evidence.field());
    }

    static List<Evidence> of(Explanation explanation) {
        var found = explanation.evidence().stream()
                .map(evidence -> WORDS.get(evidence.code()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return FIELDS.stream().flatMap(field -> ofField(found, field)).toList();
    }

    /// What is the same is not said to be similar as well.
    private static Stream<Evidence> ofField(List<Evidence> found, String field) {
        var all = found.stream()
                .filter(evidence -> evidence.field().equals(field))
                .toList();
        var equal = all.stream().anyMatch(evidence -> evidence.agreement() == Agreement.EQUAL);
        return all.stream()
                .filter(evidence -> !equal || evidence.agreement() != Agreement.SIMILAR)
                .sorted(java.util.Comparator.comparing(Evidence::agreement)
                        .thenComparing(evidence -> evidence.because().code()));
    }

    private static Evidence same(String field, String what) {
        return Evidence.of(field, Agreement.EQUAL, "SAME_" + code(field), "Both have the same " + what + ".");
    }

    private static Evidence different(String field, String what) {
        return Evidence.of(field, Agreement.DIFFERENT, "OTHER_" + code(field), "They have different " + what + ".");
    }

    private static String code(String field) {
        return field.equals("registrationId") ? "REGISTRATION" : field.toUpperCase(java.util.Locale.ROOT);
    }
}
