package dev.tandem.roster.company;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Topics;
import dev.tandem.kit.intake.TopicSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/// Creates a company's topics. What exists is left as it is: more partitions would part a key from its past.
@Component
final class CompanyTopics {
    private static final long TIMEOUT_MS = 10_000;

    private final KafkaAdmin kafka;
    private final TopicSettings settings;

    CompanyTopics(KafkaAdmin kafka, TopicSettings settings) {
        this.kafka = kafka;
        this.settings = settings;
    }

    /// @throws KafkaException when the broker did not create them in time; to be tried again
    void create(CompanyId company) {
        try (var admin = Admin.create(config())) {
            var topics = Topics.of(company).stream().map(settings::newTopic).toList();
            admin.createTopics(topics).values().values().forEach(CompanyTopics::await);
        }
    }

    /// Bounded, so that a request does not wait for a broker that is away.
    private Map<String, Object> config() {
        var config = new HashMap<>(kafka.getConfigurationProperties());
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) TIMEOUT_MS);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) TIMEOUT_MS / 2);
        return config;
    }

    private static void await(KafkaFuture<Void> created) {
        try {
            created.get(TIMEOUT_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("a topic was not created", failed.getCause());
            }
        } catch (TimeoutException late) {
            throw new KafkaException("the broker does not answer", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new KafkaException("stopped while a topic was being created", stopped);
        }
    }
}
