package dev.tandem.accounts.matching;

import dev.tandem.engine.AccountRow;
import dev.tandem.engine.BlockEntry;
import dev.tandem.engine.BlockReport;
import dev.tandem.engine.LiveAlignment;
import dev.tandem.engine.Party;
import dev.tandem.engine.SharedAlignment;
import dev.tandem.engine.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// The one who decides: tells blocks of accounts, and takes what they report.
final class BlockWriter implements AutoCloseable, SharedAlignment.Outbox {
    private static final Duration POLL = Duration.ofMillis(50);

    private final BlockTopics topics;
    private final SharedAlignment.Records records;
    private final SharedAlignment alignment;
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;

    BlockWriter(BlockTopics topics, SharedAlignment.Records records) {
        this.topics = topics;
        this.records = records;
        alignment = new SharedAlignment(Snapshot.impartial(), topics.blocks(), records, this);
        producer = topics.producer();
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", topics.brokers()), new StringDeserializer(), new ByteArrayDeserializer());
        var partition = List.of(new TopicPartition(topics.reports(), 0));
        consumer.assign(partition);
        consumer.seekToBeginning(partition);
    }

    void begin(Iterable<AccountRow> ofPartyA, Iterable<AccountRow> ofPartyB) {
        alignment.begin(ofPartyA, ofPartyB);
    }

    void touched(Party party, String id) {
        records.find(party, List.of(id)).stream()
                .findFirst()
                .ifPresentOrElse(row -> alignment.put(party, row), () -> alignment.remove(party, id));
    }

    void read() {
        var polled = consumer.poll(POLL);
        while (!polled.isEmpty()) {
            polled.forEach(each -> alignment.take(BlockTopics.CODEC.fromJson(each.value(), BlockReport.class)));
            polled = consumer.poll(POLL);
        }
    }

    boolean isComplete() {
        return alignment.isComplete();
    }

    List<LiveAlignment.Standing> matches() {
        return alignment.matches();
    }

    @Override
    public void send(int block, BlockEntry entry) {
        var key = entry.party() + "/" + entry.id();
        BlockTopics.send(producer, new ProducerRecord<>(topics.entries(), block, key, BlockTopics.CODEC.toJson(entry)));
    }

    @Override
    public void ask(int block) {
        var name = BlockTopics.CODEC.toJson("writer");
        BlockTopics.send(
                producer, new ProducerRecord<>(topics.entries(), block, BlockInstance.QUESTION + "writer", name));
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
