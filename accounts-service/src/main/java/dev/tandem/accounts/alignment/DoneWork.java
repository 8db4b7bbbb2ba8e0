package dev.tandem.accounts.alignment;

import dev.tandem.contracts.Topics;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Has the broker delete the alignments' work that is done. By a time it could not be: what waited longer would be
/// lost. The only group that reads it is the alignments' own; where it has read nothing yet, nothing is deleted.
/// Work names what changed and is pointless afterwards, and what blocks reported follows from what they were told.
@Component
class DoneWork {
    private static final Logger LOG = LoggerFactory.getLogger(DoneWork.class);

    private final String group;
    private final Map<String, Object> kafka;

    DoneWork(@Value("${spring.cloud.stream.default.group}") String group, KafkaAdmin kafka) {
        this.group = group;
        this.kafka = kafka.getConfigurationProperties();
    }

    @Scheduled(
            initialDelayString = "${tandem.alignment.done-work-every-ms:3600000}",
            fixedDelayString = "${tandem.alignment.done-work-every-ms:3600000}")
    void delete() {
        try (var admin = Admin.create(kafka)) {
            var done = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            admin.deleteRecords(before(done)).all().get();
        } catch (InterruptedException stopping) {
            throw new InterruptException(stopping);
        } catch (ExecutionException failed) {
            LOG.warn("Work that is done was not deleted from {}: {}", Topics.MATCHING.name(), failed.toString());
        }
    }

    private static Map<TopicPartition, RecordsToDelete> before(Map<TopicPartition, OffsetAndMetadata> done) {
        return done.entrySet().stream()
                .filter(each -> each.getKey().topic().equals(Topics.MATCHING.name()))
                .filter(each -> Objects.nonNull(each.getValue()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> RecordsToDelete.beforeOffset(each.getValue().offset())));
    }
}
