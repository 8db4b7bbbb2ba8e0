package dev.tandem.kit.relay;

import dev.tandem.kit.store.Outboxes.Written;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/// The four steps by which events leave their outboxes, in this order: be the one who may send, read, send, take out.
/// Who becomes the sender before reading cannot put an old state over a new one: whatever another sent before is gone
/// from the outbox that is read, and whatever another sends later ends this one's right to send.
final class Sending {
    private final MongoOperations mongo;
    private final EventSender sender;

    Sending(MongoOperations mongo, EventSender sender) {
        this.mongo = mongo;
        this.sender = sender;
    }

    /// What was read of the outboxes, collection by collection.
    record Batch(Map<Outbox, List<Outbox.Unsent>> unsent) {
        List<Document> events() {
            return unsent.values().stream()
                    .flatMap(List::stream)
                    .flatMap(one -> one.entries().stream())
                    .toList();
        }
    }

    /// Sends what is unsent of these aggregates, and returns how many events that were.
    int all(Collection<Written> written) {
        if (written.isEmpty()) {
            return 0;
        }
        become();
        var batch = read(written);
        var events = send(batch);
        takeOut(batch);
        return events;
    }

    void become() {
        sender.open();
    }

    Batch read(Collection<Written> written) {
        var byCollection = written.stream()
                .collect(Collectors.groupingBy(
                        Written::collection, Collectors.mapping(Written::id, Collectors.toSet())));
        var unsent = new LinkedHashMap<Outbox, List<Outbox.Unsent>>();
        byCollection.forEach((collection, ids) -> {
            var outbox = new Outbox(mongo, collection);
            unsent.put(outbox, outbox.read(ids));
        });
        unsent.values().removeIf(List::isEmpty);
        return new Batch(unsent);
    }

    int send(Batch batch) {
        var events = batch.events();
        if (!events.isEmpty()) {
            sender.send(events);
        }
        return events.size();
    }

    void takeOut(Batch batch) {
        batch.unsent().forEach(Outbox::sent);
    }

    /// Gives up the right to send; what is under way does not count as sent.
    void giveUp() {
        sender.close();
    }
}
