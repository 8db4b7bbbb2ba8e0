package dev.tandem.accounts.block;

import dev.tandem.contracts.Topics;
import dev.tandem.kit.intake.TopicSettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.boot.ApplicationRunner;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

/// Only where there are blocks there is a topic for them, with a partition for each, and only then it is read.
@Configuration
class BlockTopic {
    private final BlockSettings settings;

    BlockTopic(BlockSettings settings) {
        this.settings = settings;
    }

    @Bean
    NewTopics blockTopics(TopicSettings topics) {
        if (!settings.areUsed()) {
            return new NewTopics();
        }
        var topic = topics.newTopic(Topics.blocks(settings.blocks()));
        return new NewTopics(new NewTopic(topic.name(), settings.blocks(), topic.replicationFactor())
                .configs(alsoDeletable(topic.configs())));
    }

    /// A broker deletes nothing on demand from a topic that is compacted only. By age or size nothing is deleted.
    private static Map<String, String> alsoDeletable(Map<String, String> configs) {
        var deletable = new HashMap<>(configs);
        deletable.put(TopicConfig.CLEANUP_POLICY_CONFIG, "compact,delete");
        deletable.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
        deletable.put(TopicConfig.RETENTION_BYTES_CONFIG, "-1");
        return deletable;
    }

    @Bean
    ApplicationRunner readingOfBlocks(BindingsLifecycleController bindings) {
        return _ -> {
            if (settings.areUsed()) {
                bindings.start("blocksIn-in-0");
            }
        };
    }
}
