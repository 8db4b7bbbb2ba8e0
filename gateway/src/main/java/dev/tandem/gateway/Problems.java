package dev.tandem.gateway;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;

/// The errors that the gateway itself answers, as problem details (RFC 9457). Constant texts: they say nothing about
/// what was asked for.
final class Problems {
    private static final String RETRY_AFTER_SECONDS = "1";

    private Problems() {}

    static ServerResponse unavailable() {
        return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(json(HttpStatus.SERVICE_UNAVAILABLE, "UNAVAILABLE", "The service cannot be reached; try again."));
    }

    static void unauthorized(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(response, HttpStatus.UNAUTHORIZED, "UNAUTHORIZED", "A valid bearer token is needed.");
    }

    static void tooManyRequests(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        write(response, HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_REQUESTS", "Your company's request limit is reached.");
    }

    static void notFound(HttpServletResponse response) throws IOException {
        write(response, HttpStatus.NOT_FOUND, "NOT_FOUND", "There is no such thing, or it is not yours to see.");
    }

    private static void write(HttpServletResponse response, HttpStatus status, String code, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json(status, code, detail).getBytes(StandardCharsets.UTF_8));
    }

    private static String json(HttpStatus status, String code, String detail) {
        return "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"code\":\"%s\",\"detail\":\"%s\"}"
                .formatted(status.getReasonPhrase(), status.value(), code, detail);
    }
}
