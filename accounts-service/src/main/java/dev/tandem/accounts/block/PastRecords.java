package dev.tandem.accounts.block;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is at the beginning of a topic's partitions, up to the first record that is not older than some time.
final class PastRecords {
    private static final Logger LOG = LoggerFactory.getLogger(PastRecords.class);

    private static final long ALL_ARE_OLDER = -1;

    private PastRecords() {}

    static void delete(Admin admin, String topic, Instant before) throws InterruptedException, ExecutionException {
        var partitions = admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                .flatMap(described -> described.partitions().stream())
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        var first = offsets(admin, partitions, OffsetSpec.earliest());
        // Looked up before the times are: what is told in between stays.
        var end = offsets(admin, partitions, OffsetSpec.latest());
        var young = offsets(admin, partitions, OffsetSpec.forTimestamp(before.toEpochMilli()));
        var past = new HashMap<TopicPartition, RecordsToDelete>();
        end.forEach((partition, last) -> {
            var found = young.getOrDefault(partition, ALL_ARE_OLDER);
            var upTo = found < 0 ? last : found;
            if (upTo > first.getOrDefault(partition, upTo)) {
                past.put(partition, RecordsToDelete.beforeOffset(upTo));
            }
        });
        if (!past.isEmpty()) {
            admin.deleteRecords(past).all().get();
            LOG.info("Nobody reads {} any more: what was told there before {} is deleted", topic, before);
        }
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, List<TopicPartition> partitions, OffsetSpec which)
            throws InterruptedException, ExecutionException {
        var asked = partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> which));
        return admin.listOffsets(asked).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, found -> found.getValue().offset()));
    }
}
