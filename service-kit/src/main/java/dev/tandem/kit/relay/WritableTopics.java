package dev.tandem.kit.relay;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// Which topics are there. Asked before sending, since a producer that meets a missing topic waits for it, with all
/// that it has in hand.
final class WritableTopics {
    private static final int PATIENCE_MS = (int) Duration.ofSeconds(5).toMillis();

    private final Map<String, Object> config = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    WritableTopics(Map<String, Object> kafka) {
        config.putAll(kafka);
        config.keySet().retainAll(AdminClientConfig.configNames());
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    }

    /// Those that cannot be written to, and why.
    ///
    /// @throws KafkaException when the broker does not say
    Map<String, String> missing(Collection<String> topics) {
        var asked = new HashSet<>(topics);
        asked.removeAll(known);
        return asked.isEmpty() ? Map.of() : ask(asked);
    }

    private Map<String, String> ask(Set<String> topics) {
        var missing = new HashMap<String, String>();
        try (var admin = Admin.create(config)) {
            var options = new DescribeTopicsOptions().timeoutMs(PATIENCE_MS);
            admin.describeTopics(topics, options).topicNameValues().forEach((topic, answer) -> {
                if (isThere(answer)) {
                    known.add(topic);
                } else {
                    missing.put(topic, "the topic is missing, or may not be written to");
                }
            });
        }
        return missing;
    }

    private static boolean isThere(KafkaFuture<?> answer) {
        try {
            answer.get();
            return true;
        } catch (InterruptedException stopping) {
            throw new InterruptException(stopping);
        } catch (ExecutionException fault) {
            return switch (fault.getCause()) {
                case UnknownTopicOrPartitionException _, InvalidTopicException _, AuthorizationException _ -> false;
                case KafkaException other -> throw other;
                case null, default -> throw new KafkaException(fault);
            };
        }
    }

    /// After a fault: a topic may have been deleted.
    void forget() {
        known.clear();
    }
}
