package dev.tandem.standalone.client;

import java.net.http.HttpHeaders;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What came back.
///
/// @param request method and path, for messages
public record Answer(String request, int status, HttpHeaders headers, String body) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int BAD_GATEWAY = 502;
    private static final int GATEWAY_TIMEOUT = 504;
    private static final int SHOWN_CHARS = 300;

    /// @throws Unexpected with another status
    public Answer expect(int... statuses) {
        if (Arrays.stream(statuses).noneMatch(expected -> expected == status)) {
            throw new Unexpected(this);
        }
        return this;
    }

    /// @throws Unexpected when the body is no JSON
    public JsonNode json() {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw new Unexpected(this);
        }
    }

    /// @throws Unexpected when there is none
    public String etag() {
        return headers.firstValue("ETag").orElseThrow(() -> new Unexpected(this));
    }

    /// Whether the same request may be answered differently in a moment, though nobody changes anything.
    public boolean isPassing() {
        return status == TOO_MANY_REQUESTS || (status >= BAD_GATEWAY && status <= GATEWAY_TIMEOUT);
    }

    /// An answer that the caller cannot go on with.
    public static final class Unexpected extends RuntimeException {
        private final transient Answer answer;

        Unexpected(Answer answer) {
            super("%s was answered with %d: %s".formatted(answer.request, answer.status, shortened(answer.body)));
            this.answer = answer;
        }

        public Answer answer() {
            return answer;
        }

        private static String shortened(String body) {
            return body.length() <= SHOWN_CHARS ? body : body.substring(0, SHOWN_CHARS) + "…";
        }
    }
}
