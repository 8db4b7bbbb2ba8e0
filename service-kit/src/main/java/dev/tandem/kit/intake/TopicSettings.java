package dev.tandem.kit.intake;

import dev.tandem.contracts.Topic;
import java.util.HashMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How topics are created (`tandem.topics.*`); what exists is left as it is.
///
/// @param partitions of each topic
/// @param replicationFactor of each topic; -1 is the broker's default
/// @param compactionLagMaxMs after which a superseded record of a compacted topic is erased at the latest
/// @param segmentMs after which a segment is closed, since only closed ones are compacted
@ConfigurationProperties("tandem.topics")
public record TopicSettings(
        @DefaultValue("3") int partitions,
        @DefaultValue("-1") short replicationFactor,
        @DefaultValue("86400000") long compactionLagMaxMs,
        @DefaultValue("3600000") long segmentMs) {

    /// The topic as it is to be created: compacted where its records are full states, else kept for ever.
    public NewTopic newTopic(Topic<?> topic) {
        var config = new HashMap<String, String>();
        if (topic.compacted()) {
            config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
            config.put(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, Long.toString(compactionLagMaxMs));
            config.put(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(segmentMs));
        } else {
            config.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
        }
        return new NewTopic(topic.name(), partitions, replicationFactor).configs(config);
    }
}
