package dev.tandem.kit.store;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.query.Update;

/// The document of an aggregate:
/// `{_id, tenant, version, state, seqs: {topic: n}, applied: {source: n}, commands: [...], outbox: [...], unsent}`.
final class AggregateDocuments<S> {
    private final StateCodec codec;
    private final OutboxEntries entries;
    private final DoneCommands commands;
    private final Class<S> type;

    AggregateDocuments(StateCodec codec, OutboxEntries entries, Clock clock, Class<S> type) {
        this.codec = codec;
        this.entries = entries;
        this.commands = new DoneCommands(clock);
        this.type = type;
    }

    Versioned<S> read(Document document) {
        var state = codec.fromBson(document.get("state", Document.class), type);
        return new Versioned<>(document.getString("_id"), document.getLong("version"), state);
    }

    /// Present when the cause left its mark in the document before.
    Optional<Outcome<S>> repetition(Document document, Cause cause) {
        return switch (cause) {
            case Cause.Given _ -> Optional.empty();
            case Cause.Event(var source, var seq) ->
                seq > applied(document, source)
                        ? Optional.empty()
                        : Optional.of(new Outcome.Repeated<>(read(document), 0));
            case Cause.Command command -> {
                var status = commands.statusOf(document, command);
                yield status.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Outcome.Repeated<>(read(document), status.getAsInt()));
            }
        };
    }

    Document created(Tenant tenant, String id, Cause cause, Change<S> change) {
        var nothing = new Document("_id", id);
        var outbox = entries.of(nothing, change.events());
        return new Document("_id", id)
                .append("tenant", tenant.value())
                .append("version", 1L)
                .append("state", codec.toBson(Objects.requireNonNull(change.state())))
                .append("seqs", entries.seqsAfter(nothing, outbox))
                .append("applied", appliedAfter(nothing, cause))
                .append("commands", commandsAfter(nothing, cause))
                .append("outbox", outbox)
                .append("unsent", !outbox.isEmpty());
    }

    /// Sets only what this change is about: the outbox is pushed to, never replaced, since the relay pulls from it.
    Update update(Document was, Cause cause, Change<S> change) {
        var outbox = entries.of(was, change.events());
        var update = new Update()
                .set("version", was.getLong("version") + 1)
                .set("state", codec.toBson(Objects.requireNonNull(change.state())))
                .set("applied", appliedAfter(was, cause))
                .set("commands", commandsAfter(was, cause));
        return outbox.isEmpty()
                ? update
                : update.set("seqs", entries.seqsAfter(was, outbox))
                        .set("unsent", true)
                        .push("outbox")
                        .each(outbox.toArray());
    }

    /// What the caller needs to know of the document after the update: its id, version and state.
    Document after(Document was, Change<S> change) {
        return new Document("_id", was.getString("_id"))
                .append("version", was.getLong("version") + 1)
                .append("state", codec.toBson(Objects.requireNonNull(change.state())));
    }

    private static long applied(Document document, String source) {
        var seq = document.get("applied", new Document()).getLong(FieldNames.escaped(source));
        return seq == null ? 0 : seq;
    }

    private static Document appliedAfter(Document was, Cause cause) {
        var applied = new Document(was.get("applied", new Document()));
        if (cause instanceof Cause.Event(var source, var seq)) {
            applied.put(FieldNames.escaped(source), seq);
        }
        return applied;
    }

    private List<Document> commandsAfter(Document was, Cause cause) {
        return cause instanceof Cause.Command command ? commands.with(was, command) : commands.of(was);
    }
}
