package dev.tandem.roster.rep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.RepId;
import dev.tandem.kit.store.Versioned;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A rep is told again when something differs that others may know of the rep, and only then.
@NullMarked
class TellingTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Rep KIM = with(
            Rep.issued(new RepId("r1"), new CompanyId("acme"), new CrmId("U1")),
            Map.of(RepField.NAME, "Kim", RepField.LANGUAGES, "de", RepField.NAMED_ACCOUNTS, "A1, A2"));

    @ParameterizedTest
    @EnumSource(
            value = RepField.class,
            names = {"LANGUAGES", "SEGMENT", "PRODUCTS", "CAPACITY", "SKILLS", "ROLE_FAMILY", "NAMED_ACCOUNTS"})
    void whatARosterCanOfferIsToldWhenItChangesOrGoes(RepField field) {
        var changed = with(KIM, Map.of(field, "3"));

        assertThat(events(KIM, changed)).isEqualTo(1);
        assertThat(events(changed, with(changed, cleared(field)))).isEqualTo(1);
        assertThat(events(changed, with(changed, Map.of(field, "3")))).isZero();
    }

    @Test
    void whatNobodyIsToldOfTheRepIsNoNews() {
        assertThat(events(KIM, with(KIM, Map.of(RepField.NAMED_ACCOUNTS, "B1;B2"))))
                .isZero();
        assertThat(events(KIM, with(KIM, Map.of(RepField.ACTIVE, "true")))).isZero();
        assertThat(events(KIM, with(KIM, Map.of(RepField.SEGMENT, " ")))).isZero();
    }

    private static int events(Rep was, Rep now) {
        return now.after(Optional.of(new Versioned<>("r", 1L, was))).events().size();
    }

    private static Map<RepField, @Nullable String> cleared(RepField field) {
        var values = new EnumMap<RepField, @Nullable String>(RepField.class);
        values.put(field, null);
        return values;
    }

    private static Rep with(Rep was, Map<RepField, ? extends @Nullable String> values) {
        return Merge.entered(was, new EnumMap<RepField, @Nullable String>(values), NOON);
    }
}
