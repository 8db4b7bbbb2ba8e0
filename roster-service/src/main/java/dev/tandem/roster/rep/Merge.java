package dev.tandem.roster.rep;

import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.roster.rep.Rep.Field;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Merges changes of a CRM user, field by field: the newest value of each wins, in whatever order they arrive.
final class Merge {
    private Merge() {}

    record Merged(Rep rep, Receipt.Outcome outcome) {}

    static Merged of(Rep was, CrmChange change, Stamp stamp) {
        return switch (change.change()) {
            case FULL -> merged(was, taken(was, full(change), stamp), stamp);
            case FIELDS -> merged(was, taken(was, named(change), stamp), stamp);
            case DELETED -> deleted(was, stamp);
        };
    }

    /// What a person entered here, as the newest that is known.
    static Rep entered(Rep was, Map<RepField, @Nullable String> values, Instant now) {
        var stamp = Stamp.entered(was.newest(), now);
        return merged(was, taken(was, values, stamp), stamp).rep();
    }

    /// Fields that are not named are cleared.
    private static Map<RepField, @Nullable String> full(CrmChange change) {
        var values = new EnumMap<RepField, @Nullable String>(RepField.class);
        RepField.ALL.forEach(field -> values.put(field, change.fields().get(field.crmName())));
        return values;
    }

    private static Map<RepField, @Nullable String> named(CrmChange change) {
        var values = new EnumMap<RepField, @Nullable String>(RepField.class);
        change.fields().forEach((name, value) -> RepField.of(name).ifPresent(field -> values.put(field, value)));
        return values;
    }

    private static Map<RepField, Field> taken(Rep was, Map<RepField, @Nullable String> values, Stamp stamp) {
        var taken = new EnumMap<RepField, Field>(RepField.class);
        values.forEach((field, value) -> {
            var known = was.fields().get(field);
            if (known == null || !stamp.isOlderThan(known.stamp())) {
                taken.put(field, new Field(value, stamp));
            }
        });
        return taken;
    }

    private static Merged merged(Rep was, Map<RepField, Field> taken, Stamp stamp) {
        var now = was.with(taken, stamp.isOlderThan(was.alive()) ? was.alive() : stamp, was.gone());
        return new Merged(now, outcome(was, now, taken.isEmpty() && stamp.isOlderThan(was.newest())));
    }

    private static Merged deleted(Rep was, Stamp stamp) {
        var late = stamp.isOlderThan(was.newest());
        var now = was.with(Map.of(), was.alive(), stamp.isOlderThan(was.gone()) ? was.gone() : stamp);
        return new Merged(now, outcome(was, now, late));
    }

    private static Receipt.Outcome outcome(Rep was, Rep now, boolean late) {
        if (!values(was).equals(values(now)) || was.status() != now.status() || was.newest() == null) {
            return Receipt.Outcome.APPLIED;
        }
        return late ? Receipt.Outcome.SUPERSEDED : Receipt.Outcome.UNCHANGED;
    }

    private static Map<RepField, String> values(Rep rep) {
        var values = new EnumMap<RepField, String>(RepField.class);
        rep.fields().forEach((field, known) -> {
            if (known.value() != null) {
                values.put(field, known.value());
            }
        });
        return values;
    }
}
