package dev.tandem.gateway;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/// How the gateway calls services.
@Configuration(proxyBeanMethods = false)
class ServiceCalls {

    @Bean
    ClientHttpRequestFactory requestsToServices(GatewaySettings settings) {
        var client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofMillis(settings.connectMaxMs()))
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        return new JdkClientHttpRequestFactory(new PromptClient(client, Duration.ofMillis(settings.beginMaxMs())));
    }
}
