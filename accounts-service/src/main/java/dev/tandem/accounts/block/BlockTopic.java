package dev.tandem.accounts.block;

import dev.tandem.contracts.Topics;
import dev.tandem.kit.intake.TopicSettings;
import org.apache.kafka.clients.admin.NewTopic;
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

    /// Partitions that are missing are added.
    @Bean
    NewTopics blockTopics(TopicSettings topics) {
        if (!settings.areUsed()) {
            return new NewTopics();
        }
        var topic = topics.newTopic(Topics.BLOCKS);
        return new NewTopics(
                new NewTopic(topic.name(), settings.blocks(), topic.replicationFactor()).configs(topic.configs()));
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
