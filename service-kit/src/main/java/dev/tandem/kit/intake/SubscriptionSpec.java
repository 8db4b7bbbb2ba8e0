package dev.tandem.kit.intake;

import dev.tandem.contracts.Topic;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Which events a subscription reads, and how they relate to others under the same key.
///
/// @param topics full names that it reads
/// @param partial which payloads change only a part of an object, and so must wait behind a parked one of their key
/// @param full which payloads are all of an object, and so make what is parked of their key pointless
/// @param erasure what a record without data does; where there is none, such a record is parked
public record SubscriptionSpec<T>(
        Pattern topics,
        Class<T> payload,
        Predicate<T> partial,
        Predicate<T> full,
        Optional<Consumer<Erasure>> erasure) {

    /// Nothing is erased by key.
    public SubscriptionSpec(Pattern topics, Class<T> payload, Predicate<T> partial, Predicate<T> full) {
        this(topics, payload, partial, full, Optional.empty());
    }

    /// For objects that are sent in parts and as a whole: what is not partial is full.
    public SubscriptionSpec(Pattern topics, Class<T> payload, Predicate<T> partial) {
        this(topics, payload, partial, partial.negate());
    }

    /// The same, where a record without data has everything erased that came under its key, what is parked included.
    public SubscriptionSpec<T> erasing(Consumer<Erasure> erase) {
        return new SubscriptionSpec<>(topics, payload, partial, full, Optional.of(erase));
    }

    /// One topic of the platform; none of its events waits for another, and those of a compacted one are full states.
    public static <T> SubscriptionSpec<T> of(Topic<T> topic) {
        return new SubscriptionSpec<>(
                Pattern.compile(Pattern.quote(topic.name())), topic.payload(), _ -> false, _ -> topic.compacted());
    }
}
