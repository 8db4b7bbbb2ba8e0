package dev.tandem.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class GatewayTests {
    private static final FakePlatform PLATFORM = start();
    private static final int REQUESTS_PER_SECOND = 40;

    @LocalServerPort
    private int port;

    @Autowired
    private CircuitBreakerRegistry breakers;

    private final HttpClient client = HttpClient.newHttpClient();

    private static FakePlatform start() {
        try {
            return new FakePlatform();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        registry.add("tandem.issuer-url", PLATFORM::url);
        registry.add("tandem.services.accounts", PLATFORM::url);
        var nobody = "http://127.0.0.1:" + unusedPort();
        registry.add("tandem.services.roster", () -> nobody);
        registry.add("tandem.services.credit", () -> nobody);
        registry.add("tandem.begin-max-ms", FakePlatform.TO_BEGIN::toMillis);
        registry.add("tandem.requests-per-second", () -> REQUESTS_PER_SECOND);
    }

    private static int unusedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @AfterAll
    static void stop() {
        PLATFORM.close();
    }

    @Test
    void handsRequestAndAnswerThroughUnchanged() throws Exception {
        var request = to("/accounts/accounts/001%20A?limit=5&x=a%2Bb", PLATFORM.token("through"))
                .header("If-Match", "\"7\"")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"name\":\"Müller\"}"));
        var answer = send(request);
        assertThat(answer.body())
                .isEqualTo("PUT /accounts/accounts/001%20A?limit=5&x=a%2Bb|\"7\"|{\"name\":\"Müller\"}");
        assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
    }

    @Test
    void handsThroughAnAnswerThatTakesLongerThanOneMayTakeToBegin() throws Exception {
        var answer = send(to("/accounts/late", PLATFORM.token("through")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).endsWith("row 6\n");
    }

    @Test
    void countsAServiceWhoseAnswerDoesNotBeginAsUnreachable() throws Exception {
        var answer = send(to("/accounts/never", PLATFORM.token("through")));
        assertThat(answer.statusCode()).isEqualTo(503);
    }

    @Test
    void refusesWithoutToken() throws Exception {
        var answer = send(HttpRequest.newBuilder(URI.create(url("/accounts/accounts"))));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertProblem(answer, "UNAUTHORIZED");
    }

    @Test
    void refusesTokenForAnotherAudience() throws Exception {
        var answer = send(to("/accounts/accounts", PLATFORM.token("acme", PLATFORM.url(), "other")));
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void refusesTokenOfAnotherIssuer() throws Exception {
        var answer = send(to("/accounts/accounts", PLATFORM.token("acme", "http://elsewhere", "tandem")));
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void answersForServiceThatCannotBeReached() throws Exception {
        var answer = send(to("/credit/journal", PLATFORM.token("unlucky")));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertProblem(answer, "UNAVAILABLE");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void leavesServiceAloneAfterTooManyFailures() {
        var token = PLATFORM.token("patient");
        IntStream.range(0, 10).forEach(_ -> status("/roster/reps", token));
        assertThat(breakers.circuitBreaker("roster").getState()).isEqualTo(CircuitBreaker.State.OPEN);
        assertThat(status("/roster/reps", token)).isEqualTo(503);
        assertThat(breakers.circuitBreaker("accounts").getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void answersPathOfNoServiceAsNotFound() throws Exception {
        var answer = send(to("/nothing/here", PLATFORM.token("lost")));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertProblem(answer, "NOT_FOUND");
    }

    @Test
    void limitsOneCompanyWithoutTouchingAnother() {
        var greedy = PLATFORM.token("greedy");
        var statuses = IntStream.range(0, 3 * REQUESTS_PER_SECOND)
                .parallel()
                .map(_ -> status("/accounts/accounts", greedy))
                .boxed()
                .toList();
        assertThat(statuses).contains(200, 429).containsOnly(200, 429);
        assertThat(status("/accounts/accounts", PLATFORM.token("modest"))).isEqualTo(200);
    }

    @Test
    void showsApiDescriptionsWithoutToken() throws Exception {
        var answer = send(HttpRequest.newBuilder(URI.create(url("/v3/api-docs/accounts"))));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("3.1.0");
    }

    @Test
    void showsOnePageWithTheApisOfAllServices() throws Exception {
        var page = send(HttpRequest.newBuilder(URI.create(url("/swagger-ui/index.html"))));
        assertThat(page.statusCode()).isEqualTo(200);
        var config = send(HttpRequest.newBuilder(URI.create(url("/v3/api-docs/swagger-config"))));
        assertThat(config.body()).contains("/v3/api-docs/accounts", "/v3/api-docs/roster", "/v3/api-docs/credit");
    }

    @Test
    void isReadyWhileServiceIsDownAndSaysWhichOne() throws Exception {
        assertThat(send(HttpRequest.newBuilder(URI.create(url("/actuator/health/readiness"))))
                        .statusCode())
                .isEqualTo(200);
        var health = send(HttpRequest.newBuilder(URI.create(url("/actuator/health"))));
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).contains("\"accounts\":{\"status\":\"UP\"}", "\"roster\":{\"status\":\"DOWN\"}");
    }

    private int status(String path, String token) {
        try {
            return send(to(path, token)).statusCode();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private HttpRequest.Builder to(String path, String token) {
        return HttpRequest.newBuilder(URI.create(url(path))).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static void assertProblem(HttpResponse<String> answer, String code) {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }
}
