package dev.tandem.gateway;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the gateway needs to know (`tandem.*`).
///
/// @param issuerUrl who signs the tokens
/// @param services base URL of each service by its name, which is also the first segment of its paths
/// @param requestsPerSecond allowed to one company; more are answered 429
/// @param connectMaxMs how long a service may take to be connected to
/// @param beginMaxMs how long a service may take until its answer begins; more counts as unreachable. How long a file
///     takes from there on is not limited
@ConfigurationProperties("tandem")
record GatewaySettings(
        URI issuerUrl,
        Map<String, URI> services,
        @DefaultValue("200") int requestsPerSecond,
        @DefaultValue("1000") long connectMaxMs,
        @DefaultValue("30000") long beginMaxMs) {
    GatewaySettings {
        services = Map.copyOf(services);
    }
}
