package dev.tandem.kit.store;

import dev.tandem.contracts.Topic;

/// An event that a change raises; it leaves with the change or not at all.
///
/// @param key the Kafka key: on a compacted topic, what the payload is the full state of
public record Outgoing(String topic, String key, Object payload) {

    public static <T> Outgoing to(Topic<T> topic, String key, T payload) {
        return new Outgoing(topic.name(), key, payload);
    }
}
