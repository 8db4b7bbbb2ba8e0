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
/// @param erased who of the users whom the records name was erased; empty where they name nobody
/// @param onlyFull whether every record is all of its object, even one that cannot be read
public record SubscriptionSpec<T>(
        Pattern topics,
        Class<T> payload,
        Predicate<T> partial,
        Predicate<T> full,
        Optional<Consumer<Erasure>> erasure,
        Optional<ErasedUsers> erased,
        boolean onlyFull) {

    /// Nothing is erased by key.
    private SubscriptionSpec(
            Pattern topics, Class<T> payload, Predicate<T> partial, Predicate<T> full, boolean onlyFull) {
        this(topics, payload, partial, full, Optional.empty(), Optional.empty(), onlyFull);
    }

    /// For objects that are sent in parts and as a whole: what is not partial is full.
    public SubscriptionSpec(Pattern topics, Class<T> payload, Predicate<T> partial) {
        this(topics, payload, partial, partial.negate(), false);
    }

    /// For topics where a record is all of its object, whatever it says.
    public static <T> SubscriptionSpec<T> ofFullStates(Pattern topics, Class<T> payload) {
        return new SubscriptionSpec<>(topics, payload, _ -> false, _ -> true, true);
    }

    /// One topic of the platform; none of its events waits for another, and those of a compacted one are full states.
    public static <T> SubscriptionSpec<T> of(Topic<T> topic) {
        return new SubscriptionSpec<>(
                Pattern.compile(Pattern.quote(topic.name())),
                topic.payload(),
                _ -> false,
                _ -> topic.compacted(),
                topic.compacted());
    }

    /// The same, where a record without data has everything erased that came under its key, what is parked included,
    /// and where a person's records have the person's id as key.
    public SubscriptionSpec<T> erasing(Consumer<Erasure> erase, ErasedUsers users) {
        return new SubscriptionSpec<>(topics, payload, partial, full, Optional.of(erase), Optional.of(users), onlyFull);
    }

    /// The same, where records of other things name users.
    public SubscriptionSpec<T> naming(ErasedUsers users) {
        return new SubscriptionSpec<>(topics, payload, partial, full, erasure, Optional.of(users), onlyFull);
    }

    /// What is kept of a record that is parked, as far as that depends on these users.
    Optional<Keeping> keeping(ErasedUsers users) {
        return erased.map(_ -> new Keeping(erasure.isPresent(), users));
    }
}
