package dev.tandem.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@WebSlice
class IdempotencyKeyTest {
    @Autowired
    MockMvcTester http;

    @Autowired
    JsonMapper mapper;

    @Test
    void theSameKeyOfTheSameOperationNamesTheSameDocument() {
        var first = post("acme", "/notes", "k1", Sample.NOTE);
        var again = post("acme", "/notes", "k1", Sample.NOTE);

        assertThat(again.getResponse().getHeader("Location"))
                .isEqualTo(first.getResponse().getHeader("Location"))
                .matches("/notes/[A-Za-z0-9_-]{24}");
    }

    @Test
    void companiesWithTheSameKeyNeverMeet() {
        assertThat(hashes("acme", "/notes/n1/hash", "k1", Sample.NOTE).getFirst())
                .isNotEqualTo(
                        hashes("globex", "/notes/n1/hash", "k1", Sample.NOTE).getFirst());
    }

    @Test
    void oneKeyForTwoParentsOrTwoKeysForOneAreDifferentAttempts() {
        var one = hashes("acme", "/notes/n1/hash", "k1", Sample.NOTE).getFirst();

        assertThat(hashes("acme", "/notes/n2/hash", "k1", Sample.NOTE).getFirst())
                .isNotEqualTo(one);
        assertThat(hashes("acme", "/notes/n1/hash", "k2", Sample.NOTE).getFirst())
                .isNotEqualTo(one);
        assertThat(hashes("acme", "/notes/%6e1/hash", "k1", Sample.NOTE).getFirst())
                .isEqualTo(one);
    }

    @Test
    void theBodyHashIgnoresOrderAndWhiteSpaceAndNothingElse() {
        var one = hashes("acme", "/notes/n1/hash", "k1", "{\"a\": 1, \"b\": {\"c\": [1, 2], \"d\": \"x\"}}")
                .getLast();

        assertThat(hashes("acme", "/notes/n1/hash", "k1", "{\"b\":{\"d\":\"x\",\"c\":[1,2]},\"a\":1}")
                        .getLast())
                .isEqualTo(one);
        assertThat(hashes("acme", "/notes/n1/hash", "k1", "{\"b\":{\"d\":\"x\",\"c\":[2,1]},\"a\":1}")
                        .getLast())
                .isNotEqualTo(one);
        assertThat(hashes("acme", "/notes/n1/hash", "k1", "{\"b\":{\"d\":\"x\",\"c\":[1,2]},\"a\":\"1\"}")
                        .getLast())
                .isNotEqualTo(one);
    }

    @Test
    void asksForAMissingKeyByName() {
        var answer = post("acme", "/notes", null, Sample.NOTE);

        assertThat(answer).hasStatus(400).hasContentType("application/problem+json");
        assertThat(answer).bodyJson().extractingPath("$.violations[0].field").isEqualTo("Idempotency-Key");
        assertThat(answer).bodyJson().extractingPath("$.violations[0].rule").isEqualTo("REQUIRED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " k", "k ", "kä", "k\u0007", "k\u200B"})
    void refusesAKeyThatCannotBePrinted(String key) {
        var answer = post("acme", "/notes", key, Sample.NOTE);

        assertThat(answer).hasStatus(400);
        assertThat(answer).bodyJson().extractingPath("$.violations[0].rule").isEqualTo("MALFORMED");
    }

    @Test
    void holdsAKeyToItsLength() {
        assertThat(post("acme", "/notes", "k".repeat(255), Sample.NOTE)).hasStatus(201);
        assertThat(post("acme", "/notes", "k".repeat(256), Sample.NOTE)).hasStatus(400);
    }

    private List<String> hashes(String company, String path, String key, String body) {
        var answer = post(company, path, key, body);
        assertThat(answer).hasStatus(200);
        return mapper.readValue(answer.getResponse().getContentAsByteArray(), new TypeReference<List<String>>() {});
    }

    private MvcTestResult post(String company, String path, @Nullable String key, String body) {
        var request = http.post()
                .uri(URI.create(path))
                .header("Authorization", Tokens.bearer(company, Role.ALLIANCE_MANAGER))
                .contentType("application/json")
                .content(body);
        return (key == null ? request : request.header("Idempotency-Key", key)).exchange();
    }
}
