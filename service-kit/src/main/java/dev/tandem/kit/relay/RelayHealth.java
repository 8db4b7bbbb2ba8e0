package dev.tandem.kit.relay;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// How many aggregates, for how many topics, have events that the broker does not take. The service itself is well: a
/// restart would not help, so it stays UP.
final class RelayHealth implements HealthIndicator {
    private final Relay relay;

    RelayHealth(Relay relay) {
        this.relay = relay;
    }

    @Override
    public Health health() {
        var waiting = relay.waiting();
        return Health.up()
                .withDetail("waitingAggregates", waiting.aggregates())
                .withDetail("waitingTopics", waiting.topics())
                .build();
    }
}
