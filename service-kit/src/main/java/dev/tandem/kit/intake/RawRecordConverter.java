package dev.tandem.kit.intake;

import java.lang.reflect.Type;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.converter.RecordMessageConverter;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/// Hands the Kafka record through untouched: the envelope is read, and parked, as it came, and no layer in between
/// interprets headers that a company wrote.
final class RawRecordConverter implements RecordMessageConverter {
    private static final String RECORD = "tandem_record";

    @Override
    public Message<?> toMessage(
            ConsumerRecord<?, ?> event,
            @Nullable Object acknowledgment,
            @Nullable Object consumer,
            @Nullable Type type) {
        return MessageBuilder.withPayload(event.value() == null ? new byte[0] : event.value())
                .setHeader(RECORD, event)
                .build();
    }

    @Override
    public ProducerRecord<?, ?> fromMessage(Message<?> message, @Nullable String defaultTopic) {
        throw new IllegalStateException("events leave through the relay only");
    }

    @SuppressWarnings("unchecked")
    static ConsumerRecord<byte[], byte[]> recordOf(Message<?> message) {
        var event = message.getHeaders().get(RECORD, ConsumerRecord.class);
        if (event == null) {
            throw new IllegalStateException("the binding does not use the raw record converter");
        }
        return event;
    }
}
