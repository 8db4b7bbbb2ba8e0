package dev.tandem.kit.web;

import dev.tandem.kit.web.Problem.MethodNotAllowed;
import dev.tandem.kit.web.Problem.TooManyRequests;
import dev.tandem.kit.web.Problem.Unauthenticated;
import dev.tandem.kit.web.Problem.Unavailable;
import dev.tandem.kit.web.Problem.UnsupportedMedia;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/// Writes every refusal of a service, whoever found it: filter, resolver or handler. It writes to the response itself,
/// past content negotiation, since a caller who asked for CSV must still learn why there is none.
final class ProblemWriter {
    private final JsonMapper mapper;

    ProblemWriter(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /// @throws IOException also when an answer is under way already: the connection then breaks off, which tells the
    /// caller that the answer is not whole
    void write(Problem problem, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            throw new IOException("refused after the answer had begun: " + problem);
        }
        var answer = ProblemAnswer.of(problem);
        var bytes = mapper.writeValueAsBytes(answer);
        response.resetBuffer();
        response.setStatus(answer.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(bytes.length);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        headers(problem, response);
        response.getOutputStream().write(bytes);
    }

    private static void headers(Problem problem, HttpServletResponse response) {
        if (problem instanceof Unauthenticated) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        } else if (problem instanceof MethodNotAllowed(var methods)) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods));
        } else if (problem instanceof UnsupportedMedia(var supported)) {
            response.setHeader(HttpHeaders.ACCEPT, String.join(", ", supported));
        } else if (problem instanceof Unavailable unavailable) {
            response.setHeader(HttpHeaders.RETRY_AFTER, seconds(unavailable.retryAfter()));
        } else if (problem instanceof TooManyRequests(var after)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, seconds(after));
        }
    }

    private static String seconds(Duration after) {
        return Long.toString(Math.max(1, after.plusMillis(999).toSeconds()));
    }
}
