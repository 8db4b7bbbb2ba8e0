package dev.tandem.gateway;

import java.net.URI;
import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/// The health of the services as the gateway sees them, part of its own health but not of its readiness: with one
/// service down the gateway still serves the others.
@Configuration(proxyBeanMethods = false)
class ServiceHealth {

    @Bean
    CompositeHealthContributor servicesHealthContributor(GatewaySettings settings, RestClient.Builder http) {
        var client = http.build();
        return CompositeHealthContributor.fromMap(settings.services().entrySet().stream()
                .collect(Collectors.toMap(
                        java.util.Map.Entry::getKey, service -> indicator(client, service.getValue()))));
    }

    private static HealthIndicator indicator(RestClient client, URI base) {
        return () -> {
            try {
                client.get()
                        .uri(base.resolve("/actuator/health/readiness"))
                        .retrieve()
                        .toBodilessEntity();
                return Health.up().build();
            } catch (RestClientException down) {
                return Health.down().build();
            }
        };
    }
}
