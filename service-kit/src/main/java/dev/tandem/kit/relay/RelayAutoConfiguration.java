package dev.tandem.kit.relay;

import dev.tandem.kit.store.Ids;
import dev.tandem.kit.store.Outboxes;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

/// Starts the relay of a service; `tandem.relay.enabled=false` leaves the outboxes full, for tests that look at them.
@AutoConfiguration(afterName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
@ConditionalOnProperty(name = "tandem.relay.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RelaySettings.class)
class RelayAutoConfiguration {

    @Bean
    Relay relay(
            Outboxes outboxes,
            MongoOperations mongo,
            EventSender sender,
            RelayLease lease,
            RelaySettings settings,
            MeterRegistry meters) {
        return new Relay(outboxes, mongo, sender, lease, settings, meters);
    }

    @Bean
    RelayHealth relayHealth(Relay relay) {
        return new RelayHealth(relay);
    }

    @Bean
    EventSender eventSender(KafkaProperties kafka, @Value("${spring.application.name}") String service) {
        return new EventSender(kafka.buildProducerProperties(), service);
    }

    @Bean
    RelayLease relayLease(MongoOperations mongo, Clock clock, RelaySettings settings, Ids ids) {
        return new RelayLease(mongo, clock, ids.next(), settings.leaseMs());
    }
}
