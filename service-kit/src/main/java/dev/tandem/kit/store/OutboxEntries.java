package dev.tandem.kit.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;

/// The unsent events of an aggregate, numbered per (aggregate, topic) from 1 without gaps; the id of an event follows
/// from source, topic and number, so a resend is the same event.
final class OutboxEntries {
    /// A change of one thing is told to each of a company's partnerships, of which there are 32 at most, and to the
    /// company itself.
    private static final int EVENTS_MAX = 40;
    private static final int BYTES_MAX = 256 * 1024;
    private static final int UNSENT_MAX = 1_000;

    private final StateCodec codec;
    private final Clock clock;
    private final String sourcePrefix;

    /// @param sourcePrefix `/<service>/<collection>/`, before the aggregate's id in the event's source
    OutboxEntries(StateCodec codec, Clock clock, String sourcePrefix) {
        this.codec = codec;
        this.clock = clock;
        this.sourcePrefix = sourcePrefix;
    }

    List<Document> of(Document aggregate, List<Outgoing> events) {
        var unsent = aggregate.getList("outbox", Document.class, List.of()).size();
        if (unsent + events.size() > UNSENT_MAX) {
            throw new StoreRefusal.Busy("too many unsent events of one aggregate");
        }
        var seqs = new Document(seqs(aggregate));
        var entries = new ArrayList<Document>(events.size());
        for (var event : events) {
            var seq = seqs.get(FieldNames.escaped(event.topic()), 0L) + 1;
            seqs.put(FieldNames.escaped(event.topic()), seq);
            entries.add(entry(sourcePrefix + aggregate.getString("_id"), event, seq));
        }
        checkSize(entries);
        return entries;
    }

    Document seqsAfter(Document aggregate, List<Document> entries) {
        var seqs = new Document(seqs(aggregate));
        entries.forEach(entry -> seqs.put(FieldNames.escaped(entry.getString("topic")), entry.getLong("seq")));
        return seqs;
    }

    private static Document seqs(Document aggregate) {
        return aggregate.get("seqs", new Document());
    }

    private Document entry(String source, Outgoing event, long seq) {
        return new Document("id", Hash.id(source, event.topic(), Long.toString(seq)))
                .append("topic", event.topic())
                .append("key", event.key())
                .append("source", source)
                .append("seq", seq)
                .append("type", "tandem." + event.payload().getClass().getSimpleName())
                .append("time", Date.from(clock.instant()))
                .append("data", new Binary(codec.toJson(event.payload())));
    }

    private static void checkSize(List<Document> entries) {
        var bytes = entries.stream()
                .mapToLong(entry -> entry.get("data", Binary.class).length())
                .sum();
        if (entries.size() > EVENTS_MAX || bytes > BYTES_MAX) {
            throw new IllegalStateException("a change raises at most " + EVENTS_MAX + " events and " + BYTES_MAX
                    + " bytes, this one " + entries.size() + " and " + bytes + ": fan out by an event instead");
        }
    }
}
