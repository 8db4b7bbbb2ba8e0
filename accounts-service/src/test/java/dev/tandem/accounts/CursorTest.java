package dev.tandem.accounts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.contracts.Topics;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A cursor is good for the one who got it, for the list and the filter that it was got from, as it is. Every other is
/// answered as one that was invented, so that no answer tells what it was.
@Running
class CursorTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Alliance ALLIANCE = Alliance.of("argo", "pyxis");
    private static final String PATH = "/accounts/partnerships/argo-pyxis";
    private static final List<String> LISTS = List.of(
            PATH + "/overlap?limit=1",
            PATH + "/overlap?limit=1&ownPopulation=PROSPECTS",
            PATH + "/overlap/changes?limit=1",
            PATH + "/partner-accounts?limit=1",
            "/accounts/accounts?limit=1",
            "/accounts/receipts?limit=1");

    @Value("${spring.kafka.bootstrap-servers}")
    private String brokers;

    @Autowired
    private MockMvc http;

    private static boolean begun;

    private Outside outside;
    private Answers argo;
    private Answers pyxis;

    @BeforeEach
    void open() {
        outside = new Outside(brokers);
        argo = new Answers(http, "argo", Map.of(), Map.of());
        pyxis = new Answers(http, "pyxis", Map.of(), Map.of());
        if (!begun) {
            begin();
            begun = true;
        }
    }

    @AfterEach
    void close() {
        outside.close();
    }

    @Test
    void whateverIsNotTheCursorOfThisListIsAnsweredAlike() throws Exception {
        for (var list : LISTS) {
            var cursor = cursor(argo, list);
            var refused = send(argo, list, "invented");
            assertThat(refused.getStatus()).isEqualTo(400);
            assertThat(refused.getContentAsString(UTF_8)).contains("\"cursor\"").doesNotContain("invented");
            assertThat(send(argo, list, cursor).getStatus()).as(list).isEqualTo(200);

            for (var other : others(list, cursor)) {
                var answer = send(argo, list, other);
                assertThat(answer.getStatus()).as("%s with %s", list, other).isEqualTo(400);
                assertThat(answer.getContentAsString(UTF_8)).isEqualTo(refused.getContentAsString(UTF_8));
                assertThat(answer.getHeaderNames()).isEqualTo(refused.getHeaderNames());
            }
        }
    }

    @Test
    void whereverAListIsCutEachRowIsOnOnePage() throws Exception {
        for (var list : LISTS) {
            var whole = items(page(argo, list.replace("limit=1", "limit=100")));
            assertThat(whole).as(list).hasSizeGreaterThan(2).doesNotHaveDuplicates();
            for (int limit = 1; limit <= whole.size(); limit++) {
                assertThat(pageByPage(list, limit)).as("%s by %d", list, limit).isEqualTo(whole);
            }
        }
    }

    /// A feed goes on for ever: what came last is its end.
    private List<String> pageByPage(String list, int limit) throws Exception {
        var first = list.replace("limit=1", "limit=" + limit);
        var all = new ArrayList<String>();
        var page = page(argo, first);
        while (!page.at("/items").isEmpty()) {
            var items = items(page);
            var next = page.at("/next").asString("");
            assertThat(items).as(first).hasSizeLessThanOrEqualTo(limit);
            all.addAll(items);
            assertThat(all).as("%s page by page", first).doesNotHaveDuplicates();
            page = next.isEmpty() ? JSON.createObjectNode() : page(argo, first + "&cursor=" + next);
            assertThat(page.at("/items").isEmpty() && page.at("/next").isMissingNode())
                    .as("%s ends with the page behind which nothing is", first)
                    .isEqualTo(next.isEmpty());
        }
        return all;
    }

    /// Where a list was left may be an id that its reader must not know.
    @Test
    void aCursorTellsNothingOfWhereTheListWasLeft() throws Exception {
        for (var list : LISTS) {
            for (var reader : List.of(argo, pyxis)) {
                var cursor = cursor(reader, list);
                var bytes = Base64.getUrlDecoder().decode(cursor.substring(cursor.indexOf('.') + 1));
                assertThat(cursor + " " + new String(bytes, ISO_8859_1))
                        .as(list)
                        .doesNotContain("argo", "pyxis")
                        .doesNotContain(ids(page(reader, list)).toArray(String[]::new));
            }
        }
    }

    private static List<String> ids(JsonNode page) {
        return page.at("/items")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .filter(text -> text.length() > 3)
                .toList();
    }

    private static List<String> items(JsonNode page) {
        return page.at("/items").valueStream().map(JsonNode::toString).toList();
    }

    /// Every one that somebody could try.
    private List<String> others(String list, String cursor) throws Exception {
        var others = new ArrayList<String>();
        for (int i = 0; i < cursor.length(); i++) {
            var changed = cursor.charAt(i) == 'A' ? 'B' : 'A';
            others.add(cursor.substring(0, i) + changed + cursor.substring(i + 1));
            others.add(cursor.substring(0, i));
        }
        others.remove("");
        others.add(cursor + "A");
        others.add(cursor + cursor);
        others.add("1." + cursor.substring(2));
        others.add(cursor(pyxis, list));
        for (var another : LISTS) {
            if (!another.equals(list)) {
                others.add(cursor(argo, another));
            }
        }
        return others;
    }

    private void begin() {
        for (var company : List.of("argo", "pyxis")) {
            for (var name : List.of("Zinnober Werke", "Karmesin Handel", "Purpur Bau")) {
                outside.crm(company, Crm.account(name.substring(0, name.indexOf(' ')), "name", name));
            }
            for (int i = 0; i < 3; i++) {
                outside.crm(company, Crm.account(company + i, "name", company + " allein " + "xyz".charAt(i)));
            }
        }
        outside.platform(
                Topics.PARTNERSHIPS,
                ALLIANCE.id().value(),
                ALLIANCE.sharing(1, SharingLevel.ALL_ACCOUNTS, SharedField.NAME));
        for (var company : List.of(argo, pyxis)) {
            await().atMost(ofSeconds(40))
                    .until(() -> rows(company, PATH + "/overlap") == 3
                            && rows(company, PATH + "/partner-accounts") == 3
                            && rows(company, PATH + "/overlap/changes") == 3
                            && rows(company, "/accounts/receipts") == 6);
        }
    }

    private static int rows(Answers company, String list) throws Exception {
        return page(company, list).at("/items").size();
    }

    private static JsonNode page(Answers company, String list) throws Exception {
        return JSON.readTree(company.send(list, "application/json").getContentAsString(UTF_8));
    }

    private static String cursor(Answers company, String list) throws Exception {
        var page = page(company, list);
        assertThat(page.at("/next").asString("")).as(list).isNotEmpty();
        return page.at("/next").asString();
    }

    private static MockHttpServletResponse send(Answers company, String list, String cursor) throws Exception {
        return company.send(list + "&cursor=" + cursor, "application/json");
    }
}
