package dev.tandem.contracts;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Every topic, and every type of event on them.
final class EventTypes {
    static final List<Topic<?>> TOPICS = Stream.of(
                    Topics.FIXED, List.<Topic<?>>of(Topics.blocks(4)), Topics.of(new CompanyId("company")))
            .flatMap(List::stream)
            .toList();

    private EventTypes() {}

    static Stream<Class<?>> all() {
        return TOPICS.stream().flatMap(topic -> of(topic.payload())).distinct();
    }

    static Stream<Class<?>> of(Class<?> payload) {
        return payload.isSealed()
                ? Arrays.stream(payload.getPermittedSubclasses()).flatMap(EventTypes::of)
                : Stream.of(payload);
    }

    /// What a consumer decodes an event of this type as.
    static Class<?> familyOf(Class<?> type) {
        return TOPICS.stream()
                .map(Topic::payload)
                .filter(payload -> of(payload).anyMatch(type::equals))
                .findFirst()
                .orElseThrow();
    }
}
