package dev.tandem.accounts.crm;

import dev.tandem.accounts.crm.Receipt.Outcome;
import dev.tandem.contracts.crm.CrmChange.Change;
import dev.tandem.kit.intake.Unprocessable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A CRM object as all its records make it: each field is what the newest record says of it, whatever the order of
/// arrival. A deletion leaves a marker, so an older change that comes late does not bring the object back.
///
/// @param emptied the newest record that stood for all fields: those it did not name are empty since then
/// @param deleted the newest deletion; `changed` the newest record that was none
/// @param seen the latest records, to recognise a repetition
public record Merged(
        Map<String, Value> values,
        @Nullable Stamp emptied,
        @Nullable Stamp deleted,
        @Nullable Stamp changed,
        List<Seen> seen) {
    /// A repetition of something older has no effect either: by its sequence or time it is older than what came since.
    private static final int SEEN_MAX = 32;
    public static final Merged NOTHING = new Merged(Map.of(), null, null, null, List.of());

    /// @param text null when empty since `stamp`
    public record Value(@Nullable String text, Stamp stamp) {}

    /// A record that was merged, and what became of it.
    public record Seen(String event, String content, String place, Outcome outcome) {}

    public Merged {
        values = Map.copyOf(values);
        seen = List.copyOf(seen);
    }

    /// Whether the object exists: known, and not deleted since.
    public boolean live() {
        return changed != null && changed.after(deleted);
    }

    public @Nullable String text(String field) {
        var value = values.get(field);
        return value == null || value.text() == null || value.text().isBlank() ? null : value.text();
    }

    /// Empty fields left out.
    public Map<String, String> texts() {
        var texts = new TreeMap<String, String>();
        values.keySet().forEach(field -> {
            var text = text(field);
            if (text != null) {
                texts.put(field, text);
            }
        });
        return texts;
    }

    /// What became of the record, if it is one of the latest that were merged.
    ///
    /// @throws Unprocessable when another record came under the same event id
    public Optional<Outcome> outcomeOf(CrmRecord sent) {
        var same = seen.stream().filter(was -> was.event().equals(sent.event())).findFirst();
        same.filter(was -> !was.content().equals(sent.content())).ifPresent(_ -> {
            throw new Unprocessable("ce_id", "REUSED", "this event id came before with other content; send a new id");
        });
        return same.map(was -> was.place().equals(sent.place()) ? was.outcome() : Outcome.UNCHANGED);
    }

    /// With the record merged in; only `fields` of it are kept.
    public Merged with(CrmRecord sent, List<String> fields) {
        var next = merged(sent, fields);
        var news = next.live() != live() || (next.live() && !next.texts().equals(texts()));
        var accepted = !next.values.equals(values) || next.newest().after(newest());
        var outcome = news ? Outcome.APPLIED : accepted ? Outcome.UNCHANGED : Outcome.SUPERSEDED;
        return new Merged(next.values, next.emptied, next.deleted, next.changed, seenAfter(sent, outcome));
    }

    private Merged merged(CrmRecord sent, List<String> fields) {
        var stamp = sent.stamp();
        var change = sent.change().change();
        var next = new HashMap<>(values);
        if (change != Change.FIELDS) {
            next.replaceAll((_, value) -> stamp.after(value.stamp()) ? new Value(null, stamp) : value);
        }
        if (change != Change.DELETED) {
            sent.change().fields().forEach((name, text) -> {
                if (fields.contains(name) && stamp.after(since(name))) {
                    next.put(name, new Value(text, stamp));
                }
            });
        }
        return new Merged(
                next,
                change == Change.FIELDS ? emptied : stamp.later(emptied),
                change == Change.DELETED ? stamp.later(deleted) : deleted,
                change == Change.DELETED ? changed : stamp.later(changed),
                seen);
    }

    private @Nullable Stamp since(String field) {
        var value = values.get(field);
        return value == null ? emptied : value.stamp();
    }

    private Stamp newest() {
        var none = new Stamp(null, java.time.Instant.MIN, Long.MIN_VALUE);
        var change = changed == null ? none : changed;
        return deleted == null || change.after(deleted) ? change : deleted;
    }

    private List<Seen> seenAfter(CrmRecord sent, Outcome outcome) {
        var all = new ArrayList<>(seen);
        all.add(new Seen(sent.event(), sent.content(), sent.place(), outcome));
        return all.size() <= SEEN_MAX ? all : all.subList(all.size() - SEEN_MAX, all.size());
    }
}
