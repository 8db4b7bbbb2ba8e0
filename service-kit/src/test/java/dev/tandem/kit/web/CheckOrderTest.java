package dev.tandem.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// 401, role 403, 404, 428 and 412, body: each request below is wrong in every later respect too.
@WebSlice
class CheckOrderTest {
    private static final String MANAGER = Tokens.bearer("acme", Role.ALLIANCE_MANAGER);

    @Autowired
    MockMvcTester http;

    @Test
    void asksForATokenFirst() {
        assertThat(put("/notes/unknown", null, null)).hasStatus(401);
    }

    @Test
    void refusesTheRoleBeforeAnythingElse() {
        assertThat(put("/notes/unknown", Tokens.bearer("acme", Role.REP), null)).hasStatus(403);
        assertThat(put("/notes/not an id", Tokens.bearer("acme", Role.REP), null))
                .hasStatus(403);
        assertThat(put("/notes/n1", Tokens.bearer("acme"), null)).hasStatus(403);
    }

    @Test
    void findsNothingBeforeItAsksForAVersion() {
        assertThat(put("/notes/unknown", MANAGER, null)).hasStatus(404);
        assertThat(put("/notes/n1", Tokens.bearer("globex", Role.ALLIANCE_MANAGER), null))
                .hasStatus(404);
    }

    @Test
    void asksForTheVersionBeforeItReadsTheBody() {
        assertThat(put("/notes/n1", MANAGER, null)).hasStatus(428).hasContentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "7", "W/\"7\"", "*", "\"7\", \"8\"", "\"x\"", "\"99999999999999999999\""})
    void refusesAVersionThatIsNotExactlyTheCurrentOne(String expected) {
        assertThat(put("/notes/n1", MANAGER, expected)).hasStatus(412).hasContentType("application/problem+json");
    }

    @Test
    void readsTheBodyLast() {
        assertThat(put("/notes/n1", MANAGER, "\"7\"")).hasStatus(400);
    }

    @Test
    void answersAChangeWithItsNewVersion() {
        var answer = http.put()
                .uri("/notes/n1")
                .header("Authorization", MANAGER)
                .header("If-Match", "\"7\"")
                .contentType("application/json")
                .content(Sample.NOTE)
                .exchange();

        assertThat(answer).hasStatus(200);
        assertThat(answer).headers().hasValue("ETag", "\"8\"");
    }

    @Test
    void anOperatorIsNoCompanyAndNoCompanyIsAnOperator() {
        assertThat(get("/notes/n1", Tokens.operator())).hasStatus(403);
        assertThat(get("/platform", Tokens.bearer("acme", Role.ADMIN))).hasStatus(403);
        assertThat(get("/platform", Tokens.operator())).hasStatus(200);
    }

    private MvcTestResult get(String path, String authorization) {
        return http.get().uri(path).header("Authorization", authorization).exchange();
    }

    private MvcTestResult put(String path, @Nullable String authorization, @Nullable String ifMatch) {
        var request = http.put().uri(path).contentType("application/json").content("{not json");
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.exchange();
    }
}
