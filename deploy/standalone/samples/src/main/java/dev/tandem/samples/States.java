package dev.tandem.samples;

import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.crm.CrmChange.Change;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Brings each object's changes into their true order and lays them over one another.
final class States {
    private static final Comparator<SampleEvent> TRUE_ORDER =
            Comparator.comparing(States::sequence).thenComparing(SampleEvent::time);

    private States() {}

    /// Of the objects that the events are about; an object's events are all among them.
    static SortedMap<ObjectRef, ObjectState> of(List<SampleEvent> events) {
        SortedMap<ObjectRef, List<SampleEvent>> byObject = new TreeMap<>();
        events.stream()
                .filter(event -> event.kind().applied())
                .forEach(event -> byObject.computeIfAbsent(event.ref(), _ -> new ArrayList<>(1))
                        .add(event));
        SortedMap<ObjectRef, ObjectState> states = new TreeMap<>();
        byObject.forEach((ref, changes) -> states.put(ref, state(changes)));
        return Collections.unmodifiableSortedMap(states);
    }

    private static ObjectState state(List<SampleEvent> changes) {
        CrmChange only = Objects.requireNonNull(changes.getFirst().change());
        if (changes.size() == 1
                && only.change() == Change.FULL
                && !only.fields().containsValue(null)) {
            return new ObjectState(false, known(only.fields()));
        }
        return laid(changes);
    }

    /// Shared instead of copied, as most objects change once; suppressed, because no null was found in it.
    @SuppressWarnings("NullAway")
    private static Map<String, String> known(Map<String, @Nullable String> fields) {
        return fields;
    }

    private static ObjectState laid(List<SampleEvent> changes) {
        Map<String, String> fields = new LinkedHashMap<>();
        boolean deleted = false;
        changes.sort(TRUE_ORDER);
        for (SampleEvent event : changes) {
            CrmChange change = Objects.requireNonNull(event.change());
            if (change.change() != Change.FIELDS) {
                fields.clear();
            }
            deleted = change.change() == Change.DELETED;
            change.fields().forEach((name, value) -> lay(fields, name, value));
        }
        return new ObjectState(deleted, Collections.unmodifiableMap(fields));
    }

    private static void lay(Map<String, String> fields, String name, @Nullable String value) {
        if (value == null) {
            fields.remove(name);
        } else {
            fields.put(name, value);
        }
    }

    private static BigInteger sequence(SampleEvent event) {
        CrmChange change = event.change();
        return change == null || change.sourceSequence() == null ? BigInteger.ZERO : change.sourceSequence();
    }
}
