package dev.tandem.gateway;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.setPath;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/// Which service answers which path: `/<service>/**` unchanged, and `/v3/api-docs/<service>` for its description.
@Configuration(proxyBeanMethods = false)
class Routes {

    @Bean
    RouterFunction<ServerResponse> services(GatewaySettings settings, CircuitBreakerRegistry breakers) {
        return settings.services().entrySet().stream()
                .map(service ->
                        service(service.getKey(), service.getValue(), breakers.circuitBreaker(service.getKey())))
                .reduce(RouterFunction::and)
                .orElseThrow(() -> new IllegalStateException("tandem.services names no service"));
    }

    private static RouterFunction<ServerResponse> service(String name, URI base, CircuitBreaker breaker) {
        var docs = route(name + "-docs")
                .GET("/v3/api-docs/" + name, http())
                .before(uri(base))
                .before(setPath("/v3/api-docs"))
                .filter(guarded(breaker));
        var paths = route(name)
                .route(RequestPredicates.path("/" + name + "/**"), http())
                .before(uri(base))
                .filter(guarded(breaker));
        return docs.build().and(paths.build());
    }

    /// A service that cannot be reached, or is left alone after too many failures, is answered for with 503.
    private static HandlerFilterFunction<ServerResponse, ServerResponse> guarded(CircuitBreaker breaker) {
        return (request, next) -> {
            try {
                return breaker.executeCallable(() -> next.handle(request));
            } catch (CallNotPermittedException | ResourceAccessException unreachable) {
                return Problems.unavailable();
            }
        };
    }
}
