package dev.tandem.kit.intake;

import dev.tandem.contracts.Topic;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Which events a subscription reads.
///
/// @param topics full names that it reads
/// @param partial which payloads change only a part of an object, and so must wait behind a parked one of their key
public record SubscriptionSpec<T>(Pattern topics, Class<T> payload, Predicate<T> partial) {

    /// One topic of the platform; none of its events waits for another.
    public static <T> SubscriptionSpec<T> of(Topic<T> topic) {
        return new SubscriptionSpec<>(Pattern.compile(Pattern.quote(topic.name())), topic.payload(), _ -> false);
    }
}
