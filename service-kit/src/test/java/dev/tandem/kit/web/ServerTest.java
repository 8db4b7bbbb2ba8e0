package dev.tandem.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What only a real server shows: error dispatches, chunked bodies, many callers at once.
@WebServer
@WithTokens
class ServerTest {
    private static final String ACME = Tokens.bearer("acme", Role.ALLIANCE_MANAGER);

    @LocalServerPort
    int port;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void neverMistakesOneCallerForAnother() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 200)
                    .mapToObj(n ->
                            callers.submit(() -> get("/whoami", Tokens.bearerOf("p" + n, "company-" + n, Role.REP))
                                    .body()))
                    .toList();
            for (int n = 0; n < answers.size(); n++) {
                assertThat(answers.get(n).get()).isEqualTo("company/company-" + n + " p" + n);
            }
        }
    }

    @Test
    void answersARefusedUrlWithAProblem() throws Exception {
        for (var path : new String[] {"/notes/a%2Fb", "/notes//n1", "/notes/n1;a=b", "/notes/%00"}) {
            var answer = get(path, ACME);

            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertProblem(answer);
        }
    }

    @Test
    void answersAnUnknownPathLikeAForeignId() throws Exception {
        var foreign = get("/notes/n2", ACME);
        var unknown = get("/nowhere", ACME);

        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).isEqualTo(foreign.body());
        assertThat(unknown.headers().map().keySet())
                .isEqualTo(foreign.headers().map().keySet());
    }

    @Test
    void keepsTheCauseOfAFailureFromBecomingA401() throws Exception {
        var answer = get("/broken/else", Tokens.bearer("acme", Role.FINANCE));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertProblem(answer);
    }

    @Test
    void holdsAChunkedBodyToTheLimit() throws Exception {
        var large = Sample.with("First", "t".repeat(2_000_000)).getBytes(StandardCharsets.UTF_8);
        var request = request("/notes", ACME)
                .header("Idempotency-Key", "k1")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(large)))
                .build();

        var answer = client.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertProblem(answer);
    }

    @Test
    void opensHealthAndDocumentsAndNothingElse() throws Exception {
        assertThat(get("/v3/api-docs", "").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health", "").statusCode()).isEqualTo(200);
        for (var path : new String[] {"/notes", "/actuator", "/actuator/metrics", "/error", "/", "/swagger-ui.html"}) {
            assertThat(get(path, "").statusCode()).as(path).isEqualTo(401);
        }
    }

    @Test
    void setsNoCookie() throws Exception {
        assertThat(get("/whoami", ACME).headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void answersARequestLineThatIsNoHttpWithAProblem() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write("GET /notes/<script> HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readNBytes(400), StandardCharsets.US_ASCII);

            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json")
                    .doesNotContain("script");
        }
    }

    private static void assertProblem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("urn:tandem:problem:").doesNotContain("xception");
    }

    private HttpResponse<String> get(String path, String authorization) throws IOException, InterruptedException {
        return client.send(request(path, authorization).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String authorization) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }
}
