package dev.tandem.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebSlice
class ProblemTest {
    private static final String ACME = Tokens.bearer("acme", Role.ALLIANCE_MANAGER, Role.FINANCE);
    private static final String GLOBEX = Tokens.bearer("globex", Role.ALLIANCE_MANAGER, Role.FINANCE);

    @Autowired
    MockMvcTester http;

    @Test
    void nothingIsTheSameBytesAndHeadersForEveryReasonAndPath() {
        var foreign = get("/notes/n1", GLOBEX).getResponse();

        for (var other : List.of(
                get("/notes/never-issued", ACME),
                get("/notes/no%20id%20at%20all", ACME),
                get("/notes/" + "x".repeat(500), ACME),
                get("/nowhere/at/all", ACME),
                get("/error", ACME),
                http.put().uri("/notes/n1").header("Authorization", GLOBEX).exchange())) {
            assertSame(foreign, other.getResponse());
        }
        assertThat(foreign.getStatus()).isEqualTo(404);
    }

    private static void assertSame(MockHttpServletResponse one, MockHttpServletResponse other) {
        assertThat(other.getStatus()).isEqualTo(one.getStatus());
        assertThat(other.getContentAsByteArray()).isEqualTo(one.getContentAsByteArray());
        assertThat(other.getHeaderNames()).containsExactlyInAnyOrderElementsOf(one.getHeaderNames());
        for (var name : one.getHeaderNames()) {
            assertThat(other.getHeaders(name)).isEqualTo(one.getHeaders(name));
        }
    }

    @Test
    void nothingNamesNoInstanceAndNoId() {
        assertThat(get("/notes/n77", ACME)).bodyJson().isStrictlyEqualTo("""
                {"type": "urn:tandem:problem:not-found", "title": "Not found", "status": 404,
                 "code": "NOT_FOUND", "detail": "There is nothing here."}""");
    }

    @Test
    void conflictNamesTheAllowedTransitions() {
        var answer = get("/broken/conflict", ACME);

        assertThat(answer).hasStatus(409).hasContentType("application/problem+json");
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("CLOSED");
        assertThat(answer).bodyJson().extractingPath("$.allowed").asArray().containsExactly("REOPEN");
    }

    @Test
    void conflictSaysThatNothingIsAllowed() {
        assertThat(get("/broken/ended", ACME))
                .bodyJson()
                .extractingPath("$.allowed")
                .asArray()
                .isEmpty();
        assertThat(get("/broken/unavailable", ACME)).bodyText().doesNotContain("allowed");
    }

    @Test
    void unavailableSaysWhenToRetryInWholeSeconds() {
        var answer = get("/broken/unavailable", ACME);

        assertThat(answer).hasStatus(503);
        assertThat(answer).headers().hasValue("Retry-After", "2");
    }

    @Test
    void aDefectTellsNothingOfItself() {
        var answer = get("/broken/else", ACME);

        assertThat(answer).hasStatus(500).hasContentType("application/problem+json");
        assertThat(answer).bodyText().doesNotContain("globex").doesNotContain("Exception");
    }

    @Test
    void aWrongMethodNamesTheOfferedOnes() {
        var answer =
                http.delete().uri("/notes/n1").header("Authorization", ACME).exchange();

        assertThat(answer).hasStatus(405).hasContentType("application/problem+json");
        assertThat(answer.getResponse().getHeader("Allow")).contains("GET").contains("PUT");
    }

    @Test
    void aProblemIsToldEvenToACallerWhoAcceptsOnlyCsv() {
        var answer = http.get()
                .uri("/notes/n2")
                .header("Authorization", ACME)
                .header("Accept", "text/csv")
                .exchange();

        assertThat(answer).hasStatus(404).hasContentType("application/problem+json");
    }

    @Test
    void anAnswerOfNoAcceptedTypeIsAProblem() {
        var answer = http.get()
                .uri("/notes/n1")
                .header("Authorization", ACME)
                .header("Accept", "image/png")
                .exchange();

        assertThat(answer).hasStatus(406).hasContentType("application/problem+json");
    }

    @Test
    void aMalformedParameterIsNamedWithoutItsValue() {
        var answer = get("/broken/conflict?times=globex", ACME);

        assertThat(answer).hasStatus(400);
        assertThat(answer).bodyJson().extractingPath("$.violations[0].field").isEqualTo("times");
        assertThat(answer).bodyJson().extractingPath("$.violations[0].message").isEqualTo("must be a whole number");
        assertThat(answer).bodyText().doesNotContain("globex");
    }

    private MvcTestResult get(String path, String authorization) {
        return http.get()
                .uri(URI.create(path))
                .header("Authorization", authorization)
                .exchange();
    }
}
