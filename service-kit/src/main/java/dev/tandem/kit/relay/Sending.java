package dev.tandem.kit.relay;

import static java.util.function.Predicate.not;

import dev.tandem.kit.store.Outboxes.Written;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/// The four steps by which events leave their outboxes, in this order: be the one who may send, read, send, take out.
/// Who becomes the sender before reading cannot put an old state over a new one: whatever another sent before is gone
/// from the outbox that is read, and whatever another sends later ends this one's right to send.
///
/// An event that cannot be sent holds up its own aggregate only: those behind it wait in their order, the others go on.
final class Sending {
    private final MongoOperations mongo;
    private final EventSender sender;
    private final Waiting waiting;

    Sending(MongoOperations mongo, EventSender sender, Waiting waiting) {
        this.mongo = mongo;
        this.sender = sender;
        this.waiting = waiting;
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

    /// Sends what is unsent of these aggregates and does not wait, and returns how many events that were.
    int all(Collection<Written> written) {
        var due = written.stream().filter(waiting::isDue).toList();
        if (due.isEmpty()) {
            return 0;
        }
        waiting.begin(due);
        var events = together(due.stream().filter(not(waiting::wasRefused)).toList())
                + oneByOne(due.stream().filter(waiting::wasRefused).toList());
        waiting.end();
        return events;
    }

    private int together(List<Written> aggregates) {
        become();
        try {
            return through(sendable(read(aggregates)));
        } catch (KafkaException failed) {
            if (!Refusal.ofOneEvent(failed)) {
                throw failed;
            }
            giveUp();
            return oneByOne(aggregates);
        }
    }

    private int oneByOne(List<Written> aggregates) {
        return aggregates.stream().mapToInt(this::alone).sum();
    }

    /// Event by event, up to one that the broker refuses.
    private int alone(Written aggregate) {
        become();
        var sent = 0;
        for (var single : singles(sendable(read(List.of(aggregate))))) {
            try {
                sent += through(single);
            } catch (KafkaException refused) {
                if (!Refusal.ofOneEvent(refused)) {
                    throw refused;
                }
                giveUp();
                var topic = single.events().getFirst().getString("topic");
                waiting.hold(aggregate, topic, true, Refusal.kind(refused));
                return sent;
            }
        }
        return sent;
    }

    private static List<Batch> singles(Batch batch) {
        var singles = new ArrayList<Batch>();
        batch.unsent()
                .forEach((outbox, all) -> all.forEach(one -> one.entries()
                        .forEach(entry -> singles.add(new Batch(Map.of(outbox, List.of(one.upTo(List.of(entry)))))))));
        return singles;
    }

    private int through(Batch batch) {
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

    /// Of each aggregate what comes before its first event for a topic that is not there.
    private Batch sendable(Batch batch) {
        var topics =
                batch.events().stream().map(entry -> entry.getString("topic")).collect(Collectors.toSet());
        var missing = sender.missing(topics);
        if (missing.isEmpty()) {
            return batch;
        }
        var sendable = new LinkedHashMap<Outbox, List<Outbox.Unsent>>();
        batch.unsent()
                .forEach((outbox, all) -> sendable.put(
                        outbox,
                        all.stream()
                                .map(one -> before(outbox, one, missing))
                                .filter(one -> !one.entries().isEmpty())
                                .toList()));
        sendable.values().removeIf(List::isEmpty);
        return new Batch(sendable);
    }

    private Outbox.Unsent before(Outbox outbox, Outbox.Unsent one, Map<String, String> missing) {
        var sendable = one.entries().stream()
                .takeWhile(entry -> !missing.containsKey(entry.getString("topic")))
                .toList();
        if (sendable.size() < one.entries().size()) {
            var topic = one.entries().get(sendable.size()).getString("topic");
            waiting.hold(outbox.aggregate(one), topic, false, String.valueOf(missing.get(topic)));
        }
        return one.upTo(sendable);
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
