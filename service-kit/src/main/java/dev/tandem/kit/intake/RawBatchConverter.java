package dev.tandem.kit.intake;

import java.lang.reflect.Type;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.kafka.support.converter.BatchMessageConverter;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/// Hands Kafka's records through untouched, as many as were there: the envelope is read, and parked, as it came, and no
/// layer in between interprets headers that a company wrote.
final class RawBatchConverter implements BatchMessageConverter {
    private static final String RECORDS = "tandem_records";

    @Override
    public Message<?> toMessage(
            List<ConsumerRecord<?, ?>> events,
            @Nullable Acknowledgment acknowledgment,
            @Nullable Consumer<?, ?> consumer,
            Type type) {
        return MessageBuilder.withPayload(new byte[0])
                .setHeader(RECORDS, List.copyOf(events))
                .build();
    }

    @Override
    public List<ProducerRecord<?, ?>> fromMessage(Message<?> message, String defaultTopic) {
        throw new IllegalStateException("events leave through the relay only");
    }

    @SuppressWarnings("unchecked")
    static List<ConsumerRecord<byte[], byte[]>> recordsOf(Message<?> message) {
        var events = message.getHeaders().get(RECORDS, List.class);
        if (events == null) {
            throw new IllegalStateException("the binding does not use the raw batch converter");
        }
        return events;
    }
}
