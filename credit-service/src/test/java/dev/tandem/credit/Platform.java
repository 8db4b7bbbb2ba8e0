package dev.tandem.credit;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.activity.ActivityChanged;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.roster.RosterChange;
import dev.tandem.contracts.roster.RosterChange.CounterpartsChanged;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.kit.store.StateCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Speaks for the other services: writes what they say, and reads what this one says.
public final class Platform implements AutoCloseable {
    private final StateCodec codec = new StateCodec();
    private final String brokers;
    private final KafkaProducer<String, byte[]> producer;

    Platform(String brokers) {
        this.brokers = brokers;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers), new StringSerializer(), new ByteArraySerializer());
    }

    public void says(DealChanged deal) {
        write(Topics.DEALS.name(), deal.deal().value(), deal.revision(), deal);
    }

    public void says(long seq, PartnershipChanged partnership) {
        write(Topics.PARTNERSHIPS.name(), partnership.partnership().value(), seq, partnership);
    }

    public void says(long seq, CounterpartsChanged mapping) {
        write(Topics.ROSTERS.name(), "mapping/" + mapping.jointAccount(), seq, (RosterChange) mapping);
    }

    public void says(long seq, RepChanged rep) {
        write(Topics.ROSTERS.name(), "rep/" + rep.rep(), seq, (RosterChange) rep);
    }

    public void says(long seq, ActivityChanged activity) {
        write(Topics.ACTIVITIES.name(), activity.activity().value(), seq, activity);
    }

    void write(String topic, String key, long seq, Object payload) {
        var event = new ProducerRecord<>(topic, key, codec.toJson(payload));
        header(event, "ce_specversion", "1.0");
        header(event, "ce_id", topic + "-" + key.replace('/', '-') + "-" + seq);
        header(event, "ce_source", "/test/" + key);
        header(event, "ce_type", "tandem." + payload.getClass().getSimpleName());
        header(event, "ce_time", "2026-03-20T10:00:00Z");
        header(event, "ce_seq", Long.toString(seq));
        sent(producer.send(event));
    }

    private static void sent(Future<RecordMetadata> sending) {
        try {
            sending.get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void header(ProducerRecord<String, byte[]> event, String name, String value) {
        event.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /// All that a topic holds under keys that end so, as text.
    public List<String> heard(String topic, String keyEnd) {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        var heard = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(event -> {
                    if (event.key().endsWith(keyEnd)) {
                        heard.add(new String(event.value(), StandardCharsets.UTF_8));
                    }
                });
            }
        }
        return heard;
    }

    List<String> outOf(CompanyId company, String keyEnd) {
        return heard(Topics.crmOut(company).name(), keyEnd);
    }

    @Override
    public void close() {
        producer.close();
    }
}
