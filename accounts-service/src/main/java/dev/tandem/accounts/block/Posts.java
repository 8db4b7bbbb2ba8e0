package dev.tandem.accounts.block;

import dev.tandem.contracts.Topic;
import dev.tandem.kit.store.Ids;
import dev.tandem.kit.store.StateCodec;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/// Sends what blocks are told and what they report. It goes with no change of anything stored, so it needs no outbox:
/// whoever has to send it waits for the broker before it is done, and does it again if it dies before.
@Component
class Posts implements DisposableBean {
    private static final int DELIVERY_TIMEOUT_MS = 30_000;

    private final Map<String, Object> config;
    private final StateCodec codec;
    private final Ids ids;
    private final Clock clock;
    private @Nullable KafkaProducer<String, byte[]> producer;

    Posts(KafkaProperties kafka, StateCodec codec, Ids ids, Clock clock) {
        config = new HashMap<>(kafka.buildProducerProperties());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY_TIMEOUT_MS);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS / 2);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
        this.codec = codec;
        this.ids = ids;
        this.clock = clock;
    }

    /// Where an event goes.
    ///
    /// @param partition null for that of the key
    record Address(Topic<?> topic, @Nullable Integer partition, String key) {}

    /// Known to be on the broker once the future is done; a fault is the future's, too.
    Future<?> send(Address to, Object payload) {
        try {
            return open().send(event(to, payload));
        } catch (RuntimeException notSent) {
            return CompletableFuture.failedFuture(notSent);
        }
    }

    private ProducerRecord<String, byte[]> event(Address to, Object payload) {
        var event = new ProducerRecord<>(to.topic().name(), to.partition(), to.key(), codec.toJson(payload));
        header(event, "ce_specversion", "1.0");
        header(event, "ce_id", ids.next());
        header(event, "ce_source", "/accounts/blocks");
        header(event, "ce_type", "tandem." + payload.getClass().getSimpleName());
        header(event, "ce_time", clock.instant().toString());
        header(event, "ce_subject", to.key());
        header(event, "content-type", "application/json");
        return event;
    }

    private static void header(ProducerRecord<String, byte[]> event, String name, String value) {
        event.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private synchronized KafkaProducer<String, byte[]> open() {
        if (producer == null) {
            producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    @Override
    public synchronized void destroy() {
        if (producer != null) {
            producer.close();
        }
    }
}
