package dev.tandem.kit.intake;

import dev.tandem.contracts.Topics;
import dev.tandem.kit.store.StateCodec;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.support.converter.BatchMessageConverter;

/// Gives a service its intake, and makes sure that the platform's own topics exist.
@AutoConfiguration(afterName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
@EnableConfigurationProperties(TopicSettings.class)
class IntakeAutoConfiguration {

    @Bean
    Intake intake(StateCodec codec, MongoOperations mongo, Clock clock, MeterRegistry meters) {
        return new Intake(codec, new ParkedEvents(mongo, clock), meters);
    }

    @Bean
    TopicReader topicReader(KafkaProperties kafka, StateCodec codec) {
        return new TopicReader(kafka.buildConsumerProperties(), codec);
    }

    /// Named in `tandem-defaults.yml` as the converter of every binding.
    @Bean
    BatchMessageConverter rawBatchConverter() {
        return new RawBatchConverter();
    }

    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> retrying(Intake intake) {
        return (container, _, _) -> {
            container.setCommonErrorHandler(Retrying.errorHandler());
            KeptPartitions.listenTo(container.getContainerProperties(), intake);
        };
    }

    @Bean
    TopicCreation topicCreation(KafkaAdmin admin) {
        return new TopicCreation(admin);
    }

    @Bean
    KafkaAdmin.NewTopics platformTopics(TopicSettings settings) {
        return new KafkaAdmin.NewTopics(
                Topics.FIXED.stream().map(settings::newTopic).toArray(NewTopic[]::new));
    }
}
