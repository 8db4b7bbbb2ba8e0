package dev.tandem.samples;

import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.samples.SampleEvent.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Marks, over all lists of one company in their order, the events that name what was not sent before.
final class EarlyReferences {
    private static final Map<String, String> TYPE_BY_FIELD = Map.of(
            "ownerUser", "user",
            "managerUser", "user",
            "parentId", "account",
            "accountId", "account");

    private final Set<ObjectRef> known = new HashSet<>();

    List<SampleEvent> mark(List<SampleEvent> events) {
        return events.stream().map(this::marked).toList();
    }

    private SampleEvent marked(SampleEvent event) {
        CrmChange change = event.change();
        if (change == null || !event.kind().applied()) {
            return event;
        }
        known.add(event.ref());
        boolean early = event.kind() == Kind.REGULAR
                && TYPE_BY_FIELD.keySet().stream()
                        .anyMatch(
                                field -> isUnknown(event, field, change.fields().get(field)));
        return early ? event.as(Kind.EARLY_REFERENCE) : event;
    }

    private boolean isUnknown(SampleEvent event, String field, @Nullable String id) {
        String type = TYPE_BY_FIELD.get(field);
        return type != null && id != null && !known.contains(new ObjectRef(event.company(), type, new CrmId(id)));
    }
}
