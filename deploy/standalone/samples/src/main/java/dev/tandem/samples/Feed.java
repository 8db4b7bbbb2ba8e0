package dev.tandem.samples;

import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.crm.CrmChange.Change;
import dev.tandem.samples.SampleEvent.Kind;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes changes down as events of one company's CRM.
final class Feed {
    private final Crm crm;
    private final Dice ids;

    /// @param purpose names the sequence of event ids, so that one list of events does not shift another's
    Feed(Crm crm, long seed, String purpose) {
        this.crm = crm;
        this.ids = Dice.of(seed, "events/" + purpose, crm.place());
    }

    /// The place of a change among those of its object.
    record Stamp(int revision, Instant at) {}

    SampleEvent full(ObjectRef ref, Stamp stamp, Map<String, @Nullable String> fields) {
        return event(ref, stamp, Change.FULL, fields);
    }

    SampleEvent delta(ObjectRef ref, Stamp stamp, Map<String, @Nullable String> fields) {
        return event(ref, stamp, Change.FIELDS, fields);
    }

    SampleEvent deleted(ObjectRef ref, Stamp stamp) {
        return event(ref, stamp, Change.DELETED, Map.of());
    }

    /// Suppressed, because class files lose that a record's component may hold nulls.
    @SuppressWarnings("NullAway")
    private SampleEvent event(ObjectRef ref, Stamp stamp, Change change, Map<String, @Nullable String> fields) {
        var body = new CrmChange(ref.type(), ref.id(), sequence(ref, stamp), change, fields);
        return new SampleEvent(crm.company(), ref.type(), ref.id(), ids.uuid(), stamp.at(), body, null, Kind.REGULAR);
    }

    /// Null where the CRM does not count: then the time decides.
    private @Nullable BigInteger sequence(ObjectRef ref, Stamp stamp) {
        boolean counted = crm.countsUsers() || !"user".equals(ref.type());
        return counted ? crm.sequence(stamp.revision()) : null;
    }
}
