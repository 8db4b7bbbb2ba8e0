package dev.tandem.kit.copy;

import dev.tandem.contracts.Topic;
import dev.tandem.kit.store.Tenant;
import java.util.Collection;
import java.util.function.Function;

/// What a local copy holds.
///
/// @param name of the copy, and the start of its collections' names
/// @param topic the compacted topic it is fed by
/// @param type which of the topic's payloads it keeps; the others are not for it
/// @param visibleTo whose queries find an entry
public record CopySpec<T>(
        String name, Topic<? super T> topic, Class<T> type, Function<T, Collection<Tenant>> visibleTo) {
    public CopySpec {
        if (!topic.compacted()) {
            throw new IllegalArgumentException(topic.name() + " does not carry full states");
        }
    }
}
