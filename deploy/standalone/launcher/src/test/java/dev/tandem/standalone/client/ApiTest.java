package dev.tandem.standalone.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ApiTest {
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Api api;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        api = new Api(base, (company, role, person) -> company + "." + role + "." + person);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sendsTokenIdempotencyKeyAndVersion() {
        api.as("acme", "rep", "U-1").post("/things", "k1", "\"7\"", "{}");

        assertThat(requests).containsExactly("POST /things Bearer acme.rep.U-1 k1 \"7\" application/json {}");
    }

    @Test
    void sendsNoContentTypeWithoutABody() {
        api.operator().post("/things/1/acceptance", "k1", "\"7\"", null);

        assertThat(requests).containsExactly("POST /things/1/acceptance Bearer null.operator.null k1 \"7\" null ");
    }

    @Test
    void readsAllPagesOfAList() {
        var items = api.as("acme", "finance").all("/pages?tier=A");

        assertThat(items).extracting(JsonNode::asInt).containsExactly(1, 2, 3);
        assertThat(requests)
                .extracting(request -> request.split(" ", -1)[1])
                .containsExactly("/pages?tier=A&limit=200", "/pages?tier=A&limit=200&cursor=a%2Bb%3D");
    }

    @Test
    void tellsAnUnexpectedAnswerByRequestStatusAndBody() {
        assertThatThrownBy(() -> api.operator().get("/missing").expect(200, 201))
                .isInstanceOf(Answer.Unexpected.class)
                .hasMessage("GET /missing was answered with 404: {\"code\":\"NOT_FOUND\"}");
    }

    @Test
    void tellsSilenceFromAnAnswer() {
        server.stop(0);

        assertThatThrownBy(() -> api.operator().get("/things"))
                .isInstanceOf(Api.Unreachable.class)
                .hasMessageContaining("GET " + api.base() + "/things");
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var uri = exchange.getRequestURI().toString();
        requests.add("%s %s %s %s %s %s %s"
                .formatted(
                        exchange.getRequestMethod(),
                        uri,
                        headers.getFirst("Authorization"),
                        headers.getFirst("Idempotency-Key"),
                        headers.getFirst("If-Match"),
                        headers.getFirst("Content-Type"),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        var answers = Map.of(
                "/missing", "{\"code\":\"NOT_FOUND\"}",
                "/pages?tier=A&limit=200", "{\"items\":[1,2],\"next\":\"a+b=\"}",
                "/pages?tier=A&limit=200&cursor=a%2Bb%3D", "{\"items\":[3],\"next\":null}");
        var body = answers.getOrDefault(uri, "{}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(uri.equals("/missing") ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
