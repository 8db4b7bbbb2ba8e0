package dev.tandem.roster.erasure;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/// Appends records without data, which raise no event and so go through no outbox: repeating one changes nothing.
@Component
class Appending {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaTemplate<byte[], byte[]> kafka;

    Appending(KafkaTemplate<byte[], byte[]> kafka) {
        this.kafka = kafka;
    }

    /// The record that erases the user.
    ///
    /// @throws KafkaException when the broker did not take it in time
    void erasure(CompanyId company, CrmId user) {
        var key = user.value().getBytes(StandardCharsets.UTF_8);
        send(new ProducerRecord<>(Topics.crmPeopleIn(company).name(), key, null));
    }

    /// One to each partition.
    ///
    /// @throws KafkaException when the broker did not take them in time
    void toAll(String topic, byte[] key) {
        partitions(topic).forEach(at -> send(new ProducerRecord<>(topic, at.partition(), key, null)));
    }

    private List<PartitionInfo> partitions(String topic) {
        try {
            return kafka.partitionsFor(topic);
        } catch (org.apache.kafka.common.KafkaException away) {
            throw new KafkaException("the broker does not say what partitions there are", away);
        }
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try {
            kafka.send(record).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new KafkaException("stopped while a record was being sent", stopped);
        } catch (ExecutionException | TimeoutException away) {
            throw new KafkaException("the broker did not take a record", away);
        }
    }
}
