package dev.tandem.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebSlice
class BodyTest {
    @Autowired
    MockMvcTester http;

    @Test
    void readsWhatIsSound() {
        var answer = post(Sample.NOTE);

        assertThat(answer).hasStatus(201);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.price")
                .asMap()
                .containsEntry("amount", "12.50")
                .hasSize(2);
    }

    @ParameterizedTest(name = "{2} {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"title\":` | `\"titel\":` | titel | UNKNOWN_FIELD",
                "`\"code\":` | `\"kode\":` | lines[0].reason.kode | UNKNOWN_FIELD",
                "`\"title\": \"First\",` | `` | title | REQUIRED",
                "`\"First\"` | `null` | title | REQUIRED",
                "`\"open\": true` | `\"open\": null` | lines[0].open | REQUIRED",
                "`, \"open\": true` | `` | lines[0].open | REQUIRED",
                "`[{` | `[null, {` | lines[0] | REQUIRED",
                "`\"First\"` | `5` | title | WRONG_TYPE",
                "`1.5` | `\"1.5\"` | lines[0].weight | WRONG_TYPE",
                "`true` | `1` | lines[0].open | WRONG_TYPE",
                "`\"33.34%\"` | `0.5` | share | WRONG_TYPE",
                "`\"lines\":` | `\"due\": \"tomorrow\", \"lines\":` | due | WRONG_TYPE",
                "`\"33.34%\"` | `\"a third\"` | share | INVALID",
                "`\"12.50\"` | `\"12.505\"` | price | INVALID",
                "`\"12.50\"` | `\"1e99\"` | price | INVALID",
                "`\"USD\"` | `\"XYZ\"` | price | INVALID",
                "`\"SOURCED\"` | `\"\"` | lines[0].reason | INVALID",
                "`\"First\"` | `\"\"` | title | SIZE",
                "`\"First\"` | `\"Fir\\uD83Dst\"` | title | NOT_TEXT",
                "`\"SOURCED\"` | `\"A\\u0000\"` | lines[0].reason.code | NOT_TEXT",
                "`\"title\":` | `\"title\": \"x\", \"title\":` | title | DUPLICATE_FIELD",
                "`\"code\":` | `\"code\": \"x\", \"code\":` | lines[0].reason.code | DUPLICATE_FIELD",
                "`1.5` | `1.5.` | lines[0].weight | MALFORMED",
                "`1.5` | `NaN` | lines[0].weight | MALFORMED"
            })
    void namesTheFieldAndTheRule(String part, String replacement, String field, String rule) {
        var answer = post(Sample.with(part, replacement == null ? "" : replacement));

        assertThat(answer).hasStatus(400).hasContentType("application/problem+json");
        assertThat(answer).bodyJson().extractingPath("$.violations[0].field").isEqualTo(field);
        assertThat(answer).bodyJson().extractingPath("$.violations[0].rule").isEqualTo(rule);
    }

    @Test
    void namesTheMisspelledFieldBesideTheMissingOne() {
        var answer = post(Sample.with("\"weight\":", "\"wait\":"));

        assertThat(answer)
                .bodyJson()
                .extractingPath("$.violations[*].field")
                .asArray()
                .containsExactly("lines[0].wait", "lines[0].weight");
    }

    @Test
    void saysWhatTheValueTypeSaysOfItself() {
        var answer = post(Sample.with("\"12.50\"", "\"12.505\""));

        assertThat(answer)
                .bodyJson()
                .extractingPath("$.violations[0].message")
                .isEqualTo("amount has more decimals than the 2 of USD");
    }

    @Test
    void refusesWhatFollowsTheBody() {
        assertThat(post(Sample.NOTE + "{}")).hasStatus(400);
        assertThat(post(Sample.NOTE + "x")).hasStatus(400);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"``", "null", "[]", "`\"text\"`", "5", "{", "not json", "`\uFEFF`"})
    void refusesWhatIsNoObject(String body) {
        assertThat(post(body == null ? "" : body)).hasStatus(400).hasContentType("application/problem+json");
    }

    @Test
    void refusesDeepJson() {
        var deep = "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000);

        assertLimit(deep);
        assertLimit(Sample.with("1.5", "[".repeat(40) + "]".repeat(40)));
    }

    @Test
    void refusesLongNumbersNamesAndTexts() {
        assertLimit(Sample.with("1.5", "9".repeat(200)));
        assertLimit(Sample.with("\"title\"", "\"" + "t".repeat(500) + "\""));
        assertLimit(Sample.with("First", "t".repeat(70_000)));
    }

    @Test
    void refusesALargeBodyWhetherItsLengthIsToldOrNot() {
        var large = Sample.with("First", "t".repeat(1_100_000));

        assertThat(post(large)).hasStatus(413).hasContentType("application/problem+json");
    }

    @Test
    void keepsAHugeExponentFromUnfolding() {
        assertThat(post(Sample.with("1.5", "1e999999999"))).hasStatus(201);
    }

    @Test
    void refusesAnotherMediaTypeAndACompressedBody() {
        assertThat(post("text/plain", Sample.NOTE)).hasStatus(415).hasContentType("application/problem+json");
        assertThat(post("not a type", Sample.NOTE)).hasStatus(415);
        var zipped = http.post()
                .uri("/notes")
                .header("Authorization", Tokens.bearer("acme", Role.ALLIANCE_MANAGER))
                .header("Idempotency-Key", "k1")
                .header("Content-Encoding", "gzip")
                .contentType("application/json")
                .content(Sample.NOTE);
        assertThat(zipped).hasStatus(415);
    }

    @Test
    void neverRepeatsARefusedValue() {
        var answer = post(Sample.with("\"33.34%\"", "\"globex-secret\""));

        assertThat(answer).hasStatus(400).bodyText().doesNotContain("globex-secret");
    }

    private void assertLimit(String body) {
        var answer = post(body);
        assertThat(answer).hasStatus(400);
        assertThat(answer).bodyJson().extractingPath("$.violations[0].rule").isEqualTo("LIMIT");
    }

    private MvcTestResult post(String body) {
        return post("application/json", body);
    }

    private MvcTestResult post(String contentType, String body) {
        return http.post()
                .uri("/notes")
                .header("Authorization", Tokens.bearer("acme", Role.ALLIANCE_MANAGER))
                .header("Idempotency-Key", "k1")
                .header("Content-Type", contentType)
                .content(body)
                .exchange();
    }
}
