package dev.tandem.samples;

import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.crm.CrmChange.Change;
import dev.tandem.samples.Feed.Stamp;
import dev.tandem.samples.SampleEvent.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts into a list of good events, evenly spread, what real interfaces also send.
final class Irregularities {
    static final List<Kind> OF_PEOPLE = List.of(Kind.DUPLICATE, Kind.BROKEN_JSON, Kind.LATE);
    static final List<Kind> OF_ACCOUNTS = List.of(
            Kind.DUPLICATE,
            Kind.ID_REUSED,
            Kind.LATE,
            Kind.BROKEN_JSON,
            Kind.UNKNOWN_TYPE,
            Kind.MISSING_FIELD,
            Kind.NO_EVENT_ID);
    static final List<Kind> OF_OPPORTUNITIES = List.of(Kind.DUPLICATE, Kind.UNKNOWN_CURRENCY, Kind.MALFORMED_AMOUNT);
    static final List<Kind> OF_LATER = List.of(Kind.DUPLICATE);

    private static final int DISTANCE = 3;

    private final Crm crm;
    private final Feed feed;
    private int strangers = Crm.NEVER;

    Irregularities(Crm crm, Feed feed) {
        this.crm = crm;
        this.feed = feed;
    }

    /// How many of each kind one company sends in all, early references aside.
    static Map<Kind, Integer> planned(Size size) {
        Map<Kind, Integer> planned = new EnumMap<>(Kind.class);
        for (List<Kind> kinds : List.of(OF_PEOPLE, OF_ACCOUNTS, OF_OPPORTUNITIES, OF_LATER, List.of(Kind.LATE))) {
            kinds.forEach(kind -> planned.merge(kind, size.irregular(), Integer::sum));
        }
        return planned;
    }

    /// @param each how many of each kind
    List<SampleEvent> plant(List<SampleEvent> regular, List<Kind> kinds, int each) {
        int slots = each * kinds.size();
        Map<Integer, List<SampleEvent>> extras = new TreeMap<>();
        for (int slot = 0; slot < slots; slot++) {
            int at = (int) ((slot + 1L) * regular.size() / (slots + 1));
            extras.put(at, extra(regular.get(at), kinds.get(slot % kinds.size())));
        }
        return merged(regular, extras);
    }

    private static List<SampleEvent> merged(List<SampleEvent> regular, Map<Integer, List<SampleEvent>> extras) {
        List<SampleEvent> merged = new ArrayList<>(regular.size() + 2 * extras.size());
        for (int at = 0; at < regular.size() + DISTANCE; at++) {
            if (at < regular.size()) {
                merged.add(regular.get(at));
            }
            merged.addAll(extras.getOrDefault(at - DISTANCE, List.of()));
        }
        return merged;
    }

    private List<SampleEvent> extra(SampleEvent base, Kind kind) {
        return switch (kind) {
            case REGULAR, EARLY_REFERENCE -> List.of();
            case LATE -> late(base);
            case DUPLICATE -> List.of(base.as(Kind.DUPLICATE));
            case ID_REUSED -> List.of(reused(base));
            case BROKEN_JSON -> List.of(broken(base));
            case UNKNOWN_TYPE -> List.of(unknownType(base));
            case MISSING_FIELD -> List.of(withoutObjectId(base));
            case NO_EVENT_ID -> List.of(stranger(base, Map.of()).as(kind));
            case UNKNOWN_CURRENCY ->
                List.of(stranger(base, Map.of("currency", "USX")).as(kind));
            case MALFORMED_AMOUNT ->
                List.of(stranger(base, Map.of("amount", "12,5")).as(kind));
        };
    }

    /// A newer change, then the one before it: what both set stays as the newer has it.
    private List<SampleEvent> late(SampleEvent base) {
        String name = name(base);
        boolean person = "user".equals(base.objectType());
        Map<String, @Nullable String> newer = new LinkedHashMap<>();
        newer.put("name", person ? name + "-Lund" : name.toUpperCase(Locale.ROOT));
        Map<String, @Nullable String> older = new LinkedHashMap<>();
        older.put("name", person ? name + " Lund" : name.toLowerCase(Locale.ROOT));
        older.put(person ? "languages" : "type", person ? "en,es" : "Partner");
        return List.of(
                feed.delta(base.ref(), new Stamp(3, base.time().plusSeconds(20)), newer),
                feed.delta(base.ref(), new Stamp(2, base.time().plusSeconds(10)), older)
                        .as(Kind.LATE));
    }

    private SampleEvent reused(SampleEvent base) {
        Map<String, @Nullable String> fields = fields(base);
        fields.put("name", name(base) + " (old)");
        SampleEvent other = feed.full(base.ref(), new Stamp(1, base.time()), fields);
        return withBody(base, other.change(), null).as(Kind.ID_REUSED);
    }

    private SampleEvent broken(SampleEvent base) {
        SampleEvent fresh = stranger(base, Map.of());
        String whole = fresh.bodyText();
        return withBody(fresh, null, whole.substring(0, whole.length() * 3 / 5)).as(Kind.BROKEN_JSON);
    }

    private SampleEvent unknownType(SampleEvent base) {
        ObjectRef contract = new ObjectRef(crm.company(), "contract", crm.account(strangers++));
        Map<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("accountId", base.key());
        fields.put("title", "Frame contract " + (strangers % 1_000));
        return feed.full(contract, new Stamp(1, base.time()), fields).as(Kind.UNKNOWN_TYPE);
    }

    private SampleEvent withoutObjectId(SampleEvent base) {
        SampleEvent fresh = stranger(base, Map.of());
        String body = fresh.bodyText().replace("\"objectId\":\"" + fresh.key() + "\",", "");
        return withBody(fresh, null, body).as(Kind.MISSING_FIELD);
    }

    /// A copy of the base under an id that is not to come in.
    private SampleEvent stranger(SampleEvent base, Map<String, String> changed) {
        Map<String, @Nullable String> fields = fields(base);
        fields.putAll(changed);
        int number = strangers++;
        ObjectRef ref = switch (base.objectType()) {
            case "user" -> crm.userRef(number);
            case "opportunity" -> crm.opportunityRef(number);
            default -> crm.accountRef(number);
        };
        return feed.full(ref, new Stamp(1, base.time().plusSeconds(1)), fields);
    }

    private static SampleEvent withBody(SampleEvent event, @Nullable CrmChange change, @Nullable String raw) {
        return new SampleEvent(
                event.company(),
                event.objectType(),
                event.objectId(),
                event.id(),
                event.time(),
                change,
                raw,
                event.kind());
    }

    private static String name(SampleEvent base) {
        return String.valueOf(fields(base).get("name"));
    }

    private static Map<String, @Nullable String> fields(SampleEvent base) {
        if (base.change() == null || base.change().change() != Change.FULL) {
            throw new IllegalStateException("irregular events are made from full ones");
        }
        return new LinkedHashMap<>(base.change().fields());
    }
}
