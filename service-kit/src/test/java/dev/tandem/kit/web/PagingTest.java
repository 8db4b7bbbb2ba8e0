package dev.tandem.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WebSlice
class PagingTest {
    @Autowired
    MockMvcTester http;

    @Autowired
    JsonMapper mapper;

    @Test
    void pagesThroughTheWholeListOnce() {
        var seen = new ArrayList<Integer>();
        var page = page("acme", "/notes?limit=2");
        while (page.has("next")) {
            page.get("items").forEach(item -> seen.add(item.intValue()));
            page = page("acme", "/notes?limit=2&cursor=" + page.get("next").stringValue());
        }
        page.get("items").forEach(item -> seen.add(item.intValue()));

        assertThat(seen).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void namesNoCursorOnTheLastPage() {
        assertThat(page("acme", "/notes?limit=5").has("next")).isFalse();
        assertThat(page("acme", "/notes?limit=4").has("next")).isTrue();
    }

    @Test
    void refusesTheCursorOfAnotherCompany() {
        assertRefused("globex", "/notes?limit=2&cursor=" + cursor());
    }

    @Test
    void refusesACursorUnderAnotherFilter() {
        assertRefused("acme", "/notes?limit=2&tier=B&cursor=" + cursor());
        assertThat(get("acme", "/notes?limit=3&cursor=" + cursor())).hasStatus(200);
    }

    @Test
    void refusesACursorWithAnyOneCharacterChanged() {
        var seed = 20_260_101L;
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var cursor = cursor();
        for (int at = 0; at < cursor.length(); at++) {
            var other = (char) ('!' + random.nextInt('~' - '!'));
            var changed = new StringBuilder(cursor);
            changed.setCharAt(at, other == cursor.charAt(at) ? '~' : other);
            assertThat(http.get()
                            .uri("/notes?limit=2&cursor={cursor}", changed)
                            .header("Authorization", Tokens.bearer("acme", Role.FINANCE)))
                    .as("changed at %s to %s", at, other)
                    .hasStatus(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "2.", "2.Mg.x", "2.Mg", "1.Mg.x", "2.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void refusesAnInventedCursor(String cursor) {
        assertRefused("acme", "/notes?cursor=" + cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "201", "x", "1.5", "99999999999"})
    void boundsTheLimit(String limit) {
        var answer = get("acme", "/notes?limit=" + limit);

        assertThat(answer).hasStatus(400);
        assertThat(answer).bodyJson().extractingPath("$.violations[0].field").isEqualTo("limit");
    }

    @Test
    void itsHolderCannotReadThePosition() {
        var position = "a position that nobody else is to know";
        var cursor = new Cursors("k".repeat(32)).seal("b", position);
        var bytes = java.util.Base64.getUrlDecoder().decode(cursor.substring(cursor.indexOf('.') + 1));

        assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("position");
        assertThat(new Cursors("k".repeat(32)).seal("b", position)).isEqualTo(cursor);
        assertThat(new Cursors("k".repeat(32)).open("c", cursor)).isEmpty();
    }

    @Test
    void sealsWithItsOwnKey() {
        var ours = new Cursors("k".repeat(32));
        var sealed = ours.seal("b", "p");

        assertThat(ours.open("b", sealed)).contains("p");
        assertThat(new Cursors("l".repeat(32)).open("b", sealed)).isEmpty();
    }

    @Test
    void needsALongKey() {
        assertThatThrownBy(() -> new Cursors("short")).hasMessageContaining("tandem.cursor-key");
        assertThatThrownBy(() -> new Cursors(null)).hasMessageContaining("tandem.cursor-key");
    }

    private String cursor() {
        return page("acme", "/notes?limit=2").get("next").stringValue();
    }

    private void assertRefused(String company, String path) {
        var answer = get(company, path);
        assertThat(answer).hasStatus(400).hasContentType("application/problem+json");
        assertThat(answer).bodyJson().extractingPath("$.violations[0].field").isEqualTo("cursor");
    }

    private JsonNode page(String company, String path) {
        return mapper.readTree(get(company, path).getResponse().getContentAsByteArray());
    }

    private MvcTestResult get(String company, String path) {
        return http.get()
                .uri(path)
                .header("Authorization", Tokens.bearer(company, Role.FINANCE))
                .exchange();
    }
}
