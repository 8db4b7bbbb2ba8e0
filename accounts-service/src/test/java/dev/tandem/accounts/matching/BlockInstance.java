package dev.tandem.accounts.matching;

import dev.tandem.engine.Block;
import dev.tandem.engine.BlockEntry;
import dev.tandem.engine.BlockReport;
import dev.tandem.engine.Snapshot;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// One of several that share blocks: it has those whose partitions it is given, and reads them from the beginning.
final class BlockInstance implements AutoCloseable, ConsumerRebalanceListener {
    /// A question, whose value is who asks; everybody answers those of the writer, an owner only its own before it
    /// knows that it has read all.
    static final String QUESTION = "question/";

    private static final Duration POLL = Duration.ofMillis(50);

    private final BlockTopics topics;
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<Integer, Owned> owned = new HashMap<>();
    private final Thread thread = Thread.ofVirtual().unstarted(this::run);
    private volatile Set<Integer> partitions = Set.of();
    private volatile boolean isOver;
    private volatile boolean isDead;

    private static final class Owned {
        final Block block;
        final String name = UUID.randomUUID().toString();
        long term = -1;

        Owned(int number, int blocks) {
            block = new Block(Snapshot.impartial(), number, blocks);
        }
    }

    BlockInstance(BlockTopics topics) {
        this.topics = topics;
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        topics.brokers(),
                        "group.id",
                        topics.entries(),
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest",
                        "max.poll.records",
                        200),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        producer = topics.producer();
    }

    void start() {
        thread.start();
    }

    Set<Integer> partitions() {
        return partitions;
    }

    /// In the middle of what it does; what it has not sent is lost.
    void die() {
        isDead = true;
        close();
    }

    private void run() {
        consumer.subscribe(Set.of(topics.entries()), this);
        while (!isOver) {
            for (var each : consumer.poll(POLL)) {
                if (isDead) {
                    break;
                }
                take(each);
            }
        }
        consumer.close();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        consumer.seekToBeginning(assigned);
        for (var partition : assigned) {
            var begun = new Owned(partition.partition(), topics.blocks());
            owned.put(partition.partition(), begun);
            BlockTopics.send(
                    producer,
                    new ProducerRecord<>(
                            topics.entries(),
                            partition.partition(),
                            QUESTION + partition.partition(),
                            BlockTopics.CODEC.toJson(begun.name)));
        }
        partitions = new TreeSet<>(owned.keySet());
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        revoked.forEach(partition -> owned.remove(partition.partition()));
        partitions = new TreeSet<>(owned.keySet());
    }

    private void take(ConsumerRecord<String, byte[]> each) {
        var mine = owned.get(each.partition());
        if (mine == null) {
            return;
        }
        if (each.key().startsWith(QUESTION)) {
            if (BlockTopics.CODEC.fromJson(each.value(), String.class).equals(mine.name)) {
                mine.term = each.offset();
            }
            if (mine.term >= 0) {
                mine.block.tellAll(mine.term, this::report);
            }
        } else {
            var report = mine.block.take(BlockTopics.CODEC.fromJson(each.value(), BlockEntry.class), mine.term);
            if (mine.term >= 0) {
                report(report);
            }
        }
    }

    private void report(BlockReport report) {
        BlockTopics.send(producer, new ProducerRecord<>(topics.reports(), 0, "", BlockTopics.CODEC.toJson(report)));
    }

    @Override
    public void close() {
        isOver = true;
        try {
            thread.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        producer.close(isDead ? Duration.ZERO : Duration.ofSeconds(10));
    }
}
