package dev.tandem.kit.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/// Calls a running service as its users do.
final class ServiceHttp {
    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    ServiceHttp(ApplicationContext service) {
        address = "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
    }

    HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder().GET(), path, token);
    }

    HttpResponse<String> post(String path, String token, String json) throws IOException, InterruptedException {
        return post(path, token, UUID.randomUUID().toString(), json);
    }

    HttpResponse<String> post(String path, String token, String key, String json)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder()
                .POST(BodyPublishers.ofString(json))
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json");
        return send(request, path, token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path, String token)
            throws IOException, InterruptedException {
        var whole = request.uri(URI.create(address + path)).header("Authorization", token);
        return client.send(whole.build(), BodyHandlers.ofString());
    }
}
