package dev.tandem.standalone.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The REST API behind one address. Safe for several threads.
///
/// ```java
/// var api = new Api(platform.gateway(), platform::token);
/// var version = api.as("acme", "alliance-manager").get("/roster/partnerships/" + id).expect(200).etag();
/// ```
public final class Api {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

    private final URI base;
    private final Tokens tokens;
    private final Map<String, String> kept = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();

    public Api(URI base, Tokens tokens) {
        this.base = base;
        this.tokens = tokens;
    }

    /// Somebody of the company in the role, no matter who.
    public Caller as(String company, String role) {
        return caller(company, role, null);
    }

    /// @param person the subject; a rep is known by the CRM's user id or by e-mail address
    public Caller as(String company, String role, String person) {
        return caller(company, role, person);
    }

    public Caller operator() {
        return caller(null, "operator", null);
    }

    /// Whoever the token says.
    public Caller bearing(String token) {
        return new Caller(this, token);
    }

    public URI base() {
        return base;
    }

    private Caller caller(@Nullable String company, String role, @Nullable String person) {
        var who = company + " " + role + " " + person;
        return bearing(kept.computeIfAbsent(who, _ -> tokens.token(company, role, person)));
    }

    Answer send(String method, String path, Map<String, String> headers, @Nullable String body) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(ANSWER_TIMEOUT);
        headers.forEach(request::header);
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(method + " " + path, response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new Unreachable(method + " " + base.resolve(path), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(method + " " + base.resolve(path), e);
        }
    }

    /// Nobody answered, so that it is unknown whether anything was done.
    public static final class Unreachable extends RuntimeException {
        Unreachable(String request, Exception cause) {
            super("no answer to " + request + " (" + cause + ")", cause);
        }
    }
}
