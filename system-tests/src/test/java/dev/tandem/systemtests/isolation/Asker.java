package dev.tandem.systemtests.isolation;

import dev.tandem.standalone.client.Answer;
import dev.tandem.systemtests.running.RunningPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who asks, and by which way.
///
/// @param company null for the operator
/// @param role null for somebody without any token
/// @param gateway whether through it or past it
record Asker(@Nullable String company, @Nullable String role, boolean gateway) {

    static Asker nobody(boolean gateway) {
        return new Asker(null, null, gateway);
    }

    static Asker operator(boolean gateway) {
        return new Asker(null, "operator", gateway);
    }

    /// Sends the token and at most an empty body of the right type: neither If-Match nor key, so that what is checked
    /// behind the 404 never comes into play.
    Answer ask(Operation operation, Map<String, String> ids) {
        var api = gateway ? RunningPlatform.api() : RunningPlatform.api(operation.service());
        if (role == null) {
            return withoutToken(operation, api.base().resolve(operation.at(ids)));
        }
        var caller = company == null ? api.operator() : api.as(company, role);
        return operation.body().isEmpty()
                ? caller.send(operation.method(), operation.at(ids), Map.of(), null)
                : caller.send(operation.method(), operation.at(ids), Map.of("Content-Type", operation.body()), "");
    }

    private static Answer withoutToken(Operation operation, java.net.URI uri) {
        var request = HttpRequest.newBuilder(uri)
                .method(operation.method(), HttpRequest.BodyPublishers.noBody())
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(request, BodyHandlers.ofString());
            return new Answer(operation.toString(), response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return (role == null ? "nobody" : role + " of " + company) + (gateway ? "" : " past the gateway");
    }
}
