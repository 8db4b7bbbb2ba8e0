package dev.tandem.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The issuer accepts connections and answers none until it is started, long after the service.
@WebServer
class IssuerTest {
    private static final HttpServer ISSUER = issuer();
    private static final String URL = "http://127.0.0.1:" + ISSUER.getAddress().getPort();

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("tandem.issuer-url", () -> URL);
        registry.add("tandem.issuer-timeout-ms", () -> 200);
        registry.add("tandem.cursor-key", () -> "a-key-for-tests-of-at-least-32-characters");
        registry.add("tandem.mark-key", () -> "a-key-for-tests-of-at-least-32-characters");
    }

    @AfterAll
    static void stop() {
        ISSUER.stop(0);
    }

    @Test
    void aSilentIssuerIsA503UntilItAnswers() throws Exception {
        var silent = call();
        assertThat(silent.statusCode()).isEqualTo(503);
        assertThat(silent.headers().firstValue("Retry-After")).contains("5");
        assertThat(silent.headers().firstValue("Content-Type")).contains("application/problem+json");

        ISSUER.start();

        assertThat(call().statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> call() throws IOException, InterruptedException {
        var claims =
                Tokens.claims(Role.FINANCE).issuer(URL).claim("company", "acme").build();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/whoami"))
                .header("Authorization", "Bearer " + Tokens.sign(claims))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static HttpServer issuer() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var url = "http://127.0.0.1:" + server.getAddress().getPort();
            server.createContext(
                    "/.well-known/openid-configuration", exchange -> answer(exchange, """
                    {"issuer": "%s", "jwks_uri": "%s/keys", "subject_types_supported": ["public"]}""".formatted(url, url)));
            var key = Tokens.KEY.toPublicJWK().toJSONString();
            server.createContext("/keys", exchange -> answer(exchange, "{\"keys\": [" + key + "]}"));
            return server;
        } catch (IOException unbindable) {
            throw new UncheckedIOException(unbindable);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }
}
