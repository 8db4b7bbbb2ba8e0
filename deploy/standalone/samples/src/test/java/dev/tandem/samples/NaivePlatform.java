package dev.tandem.samples;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.crm.CrmChange.Change;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The input contract, done simply: reads headers and bodies as they arrive and never looks at an event's kind.
final class NaivePlatform {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> TYPES = Set.of("account", "opportunity", "user");

    private final Map<String, String> bodyById = new HashMap<>();
    private final SortedMap<ObjectRef, Fields> objects = new TreeMap<>();
    int dropped;
    int parked;
    int overtaken;

    /// Orders changes of one object.
    private record Version(BigInteger sequence, Instant time) implements Comparable<Version> {
        static final Version NONE = new Version(BigInteger.ZERO, Instant.MIN);

        @Override
        public int compareTo(Version other) {
            int bySequence = sequence.compareTo(other.sequence);
            return bySequence != 0 ? bySequence : time.compareTo(other.time);
        }
    }

    private record Versioned(@Nullable String value, Version version) {}

    /// What is known of each field, and of the whole.
    private static final class Fields {
        final Map<String, Versioned> values = new HashMap<>();
        Version whole = Version.NONE;
        Version deleted = Version.NONE;
        Version newest = Version.NONE;
    }

    void receive(SampleEvent event) {
        Map<String, String> headers = event.headers();
        String id = headers.get("ce_id");
        String seen = id == null ? null : bodyById.putIfAbsent(event.company() + id, event.bodyText());
        if (seen != null && seen.equals(event.bodyText())) {
            dropped++;
        } else if (id == null || seen != null || !apply(event, headers)) {
            parked++;
        }
    }

    private boolean apply(SampleEvent event, Map<String, String> headers) {
        CrmChange change = decoded(event.body());
        if (change == null || !TYPES.contains(change.objectType()) || !isMoneySound(change.fields())) {
            return false;
        }
        Instant time = Instant.parse(Objects.requireNonNull(headers.get("ce_time")));
        BigInteger sequence = Objects.requireNonNullElse(change.sourceSequence(), BigInteger.ZERO);
        merge(event.company(), change, new Version(sequence, time));
        return true;
    }

    private static @Nullable CrmChange decoded(byte[] body) {
        try {
            CrmChange change = JSON.readValue(body, CrmChange.class);
            return change.objectId() == null ? null : change;
        } catch (JacksonException malformed) {
            return null;
        }
    }

    private static boolean isMoneySound(Map<String, @Nullable String> fields) {
        String amount = fields.get("amount");
        String currency = fields.get("currency");
        boolean known = currency == null
                || Currency.getAvailableCurrencies().stream()
                        .anyMatch(one -> one.getCurrencyCode().equals(currency));
        return known && (amount == null || amount.matches("\\d+(\\.\\d+)?"));
    }

    private void merge(CompanyId company, CrmChange change, Version version) {
        Fields fields = objects.computeIfAbsent(
                new ObjectRef(company, change.objectType(), change.objectId()), _ -> new Fields());
        if (version.compareTo(fields.newest) < 0) {
            overtaken++;
        }
        fields.newest = later(fields.newest, version);
        if (change.change() != Change.FIELDS) {
            fields.whole = later(fields.whole, version);
        }
        if (change.change() == Change.DELETED) {
            fields.deleted = later(fields.deleted, version);
        }
        change.fields()
                .forEach((name, value) -> fields.values.merge(
                        name,
                        new Versioned(value, version),
                        (one, two) -> two.version().compareTo(one.version()) > 0 ? two : one));
    }

    private static Version later(Version one, Version two) {
        return two.compareTo(one) > 0 ? two : one;
    }

    SortedMap<ObjectRef, ObjectState> states() {
        SortedMap<ObjectRef, ObjectState> states = new TreeMap<>();
        objects.forEach((ref, fields) -> states.put(ref, state(fields)));
        return states;
    }

    private static ObjectState state(Fields fields) {
        boolean deleted = fields.deleted.compareTo(Version.NONE) > 0 && fields.deleted.compareTo(fields.newest) == 0;
        Map<String, String> values = new HashMap<>();
        fields.values.forEach((name, field) -> {
            if (!deleted && field.value() != null && field.version().compareTo(fields.whole) >= 0) {
                values.put(name, field.value());
            }
        });
        return new ObjectState(deleted, values);
    }
}
