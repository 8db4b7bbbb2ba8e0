package dev.tandem.systemtests.kill;

import dev.tandem.contracts.crm.CrmChange;
import java.math.BigInteger;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// The pure model of a CRM's objects: each field is what the change with the highest sequence says of it. Neither
/// order nor repetition matters. The load always names every field and clears none.
final class CrmModel {
    private final Map<String, Map<String, Value>> objects = new TreeMap<>();

    private record Value(BigInteger sequence, String text) {
        Value newer(Value other) {
            return sequence.compareTo(other.sequence) >= 0 ? this : other;
        }
    }

    void apply(CrmChange change) {
        var sequence = Objects.requireNonNull(change.sourceSequence(), "the load has sequences");
        var fields = objects.computeIfAbsent(change.objectId().value(), _ -> new TreeMap<>());
        change.fields().forEach((name, text) -> {
            var value = new Value(sequence, Objects.requireNonNull(text, "the load clears nothing"));
            fields.merge(name, value, Value::newer);
        });
    }

    /// Fields by object.
    Map<String, Map<String, String>> states() {
        var states = new TreeMap<String, Map<String, String>>();
        objects.forEach((id, fields) -> {
            var texts = new TreeMap<String, String>();
            fields.forEach((name, value) -> texts.put(name, value.text()));
            states.put(id, texts);
        });
        return states;
    }
}
