package dev.tandem.roster.pairing;

import dev.tandem.contracts.RepId;
import dev.tandem.roster.rep.RoleFamily;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A rep with the fields that its company offers to the other side: nothing else may decide who is paired with whom,
/// since an explanation would tell it.
record Person(RepId rep, Map<String, String> fields, RoleFamily family) {
    private static final int CAPACITY = 3;

    Person {
        fields = Map.copyOf(fields);
    }

    Person(RepId rep, Map<String, String> fields) {
        this(rep, fields, RoleFamily.of(fields));
    }

    /// Whether the kind of role says more than that of most.
    boolean isSpecial() {
        return family != RoleFamily.SELLER;
    }

    /// Whom the person reports to, where that is offered.
    Optional<RepId> manager() {
        return Optional.ofNullable(fields.get("manager")).map(RepId::new);
    }

    /// With how many counterparts the rep can work; 3 where that is not offered.
    int capacity() {
        return text("capacity").map(Integer::parseInt).orElse(CAPACITY);
    }

    /// In the form in which it is compared.
    Optional<String> text(String field) {
        return Optional.ofNullable(fields.get(field)).map(Person::normal).filter(value -> !value.isEmpty());
    }

    /// The items of a field that lists some.
    Set<String> items(String field) {
        return Stream.of(fields.getOrDefault(field, "").split("[,;]"))
                .map(Person::normal)
                .filter(item -> !item.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String normal(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }
}
