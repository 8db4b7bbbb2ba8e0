package dev.tandem.accounts;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.MockMvc;

/// A company that looks for traces of what its partner does not show it: every answer that it can read, and every
/// record of its topic, is the same byte for byte, whatever the partner has besides.
@Running
class SameAnswersTest {
    /// What is no counterpart of any of vega's takes no work either: the store is asked as often, and gives as much.
    private static final Set<Character> APART = Set.of('1', '2', '3', '4', '7', '8', '9');

    @Value("${spring.kafka.bootstrap-servers}")
    private String brokers;

    @Autowired
    private MockMvc http;

    private Outside outside;

    @BeforeEach
    void open() {
        outside = new Outside(brokers);
    }

    @AfterEach
    void close() {
        outside.close();
    }

    @Test
    void noAnswerAndNoEventTellsOfAnAccountThatIsNotShown() throws Exception {
        var alliance = new CuriousAlliance(http, outside);
        alliance.begin();
        var answers = new Answers(http, "vega", alliance.ids(), filters(alliance));
        answers.read();
        var before = steady(answers.read());
        var work = answers.work();
        var told = told();
        assertThat(before.keySet().stream().map(SameAnswersTest::operation).distinct())
                .as("operations that were read")
                .hasSizeGreaterThan(30);

        for (var secret : secrets().entrySet()) {
            secret.getValue().run();
            alliance.settle();
            assertSame(secret.getKey(), before, steady(answers.read()));
            if (APART.contains(secret.getKey().charAt(0))) {
                assertSame("work for " + secret.getKey(), work, answers.work());
            }
            work = answers.work();
            assertThat(told()).as(secret.getKey()).isEqualTo(told);
        }
        anIdOfWhatIsNotShownIsNone(answers);
    }

    /// What the partner does, and vega may not notice.
    private Map<String, Runnable> secrets() {
        var secrets = new TreeMap<String, Runnable>();
        secrets.put("1 another account", () -> lyra("N1", "name", "Niemands Kunde", "type", "Prospect"));
        secrets.put("2 renamed", () -> lyra("N1", "name", "Niemands Anderer Kunde", "website", "niemand.example"));
        secrets.put(
                "3 private, of a name that vega has", () -> lyra("P1", "name", "Privat Gehalten", "private", "true"));
        secrets.put(
                "4 private, beside one that both have",
                () -> lyra("P2", "name", "Sturmfels Werke", "city", "Kiel", "type", "Customer", "private", "true"));
        secrets.put(
                "4a held back, of a population that is shown whole",
                () -> held("S2", "name", "Geheimer Stammkunde", "type", "Customer"));
        secrets.put("5 held back", () -> lyra("S1", "name", "Geheim Gehalten", "industry", "Secret"));
        secrets.put("6 counted only", () -> {
            lyra("C1", "name", "Gezaehlt Gehalten");
            lyra(Crm.opportunity("CO1", "accountId", "C1", "stage", "Proposal"));
        });
        secrets.put("6a held back, and just the one that both have", () -> held("K1", "name", "Sturmfels Werke"));
        secrets.put(
                "6b held back, and a rival of the one that both have",
                () -> held("K2", "name", "Sturmfels Werke", "city", "Kiel", "street", "Werftstrasse 1"));
        secrets.put(
                "6c held back, and the better one of a doubt",
                () -> held("K3", "name", "Nordwind GmbH", "postcode", "24105"));
        secrets.put("6d counted only, and a rival of both kinds", () -> {
            lyra(Crm.opportunity("CO4", "accountId", "K4", "stage", "Proposal"));
            lyra(Crm.opportunity("CO5", "accountId", "K5", "stage", "Proposal"));
            lyra("K4", "name", "Sturmfels Werke", "city", "Kiel", "street", "Hafenstrasse 9");
            lyra("K5", "name", "Nordwind GmbH", "city", "Kiel");
        });
        secrets.put(
                "6e more of one that both have, in fields that are not shown",
                () -> lyra(
                        "L1",
                        "name",
                        "Sturmfels Werke",
                        "city",
                        "Kiel",
                        "type",
                        "Customer",
                        "phone",
                        "+49 431 7654321",
                        "postcode",
                        "24103"));
        secrets.put("6f no value in any of these", () -> lyra("L1", "name", "Sturmfels Werke", "type", "Customer"));
        secrets.put("7 a subsidiary, won", () -> {
            lyra("N2", "name", "Tochter Ohne Gegenstueck", "parentId", "L1");
            lyra(Crm.opportunity(
                    "NO1",
                    "accountId",
                    "N2",
                    "stage",
                    "Won",
                    "amount",
                    "9.00",
                    "currency",
                    "EUR",
                    "closeDate",
                    "2026-01-02"));
        });
        secrets.put("8 gone again", () -> lyra(Crm.deleted("account", "N1")));
        secrets.put("9 refused", () -> lyra("N3", "name", "Kaputt", "country", "Nirgends"));
        return secrets;
    }

    private void held(String id, String... fields) {
        lyra(
                id,
                Stream.concat(Stream.of(fields), Stream.of("industry", "Secret"))
                        .toArray(String[]::new));
    }

    private void lyra(String id, String... fields) {
        lyra(Crm.account(id, fields));
    }

    private void lyra(CrmChange change) {
        outside.crm("lyra", change);
    }

    private static Map<String, List<String>> filters(CuriousAlliance alliance) {
        var filters = new TreeMap<String, List<String>>();
        filters.put("ownPopulation", List.of("ownPopulation=CUSTOMERS", "ownPopulation=north"));
        filters.put("partner", List.of("partner=lyra"));
        filters.put("ownField", List.of(Answers.query("ownField", "city", "ownValue", "kiel")));
        filters.put("ownValue", List.of());
        var names = List.of("Sturmfels Werke", "Geheim Gehalten", "Gezaehlt Gehalten", "Privat Gehalten");
        filters.put(
                "partnerField",
                names.stream()
                        .map(name -> Answers.query("partnerField", "name", "partnerValue", name))
                        .toList());
        filters.put("partnerValue", List.of());
        filters.put("sort", List.of("sort=jointAccount"));
        filters.put("status", List.of("status=OPEN", "status=CONFIRMED", "status=REJECTED", "status=WITHDRAWN"));
        filters.put("outcome", List.of("outcome=APPLIED", "outcome=PARKED", "outcome=PENDING"));
        filters.put("waiting", List.of("waiting=true"));
        filters.put("undecided", List.of("undecided=true"));
        filters.put("objectId", List.of("objectId=A1"));
        filters.put("rule", List.of(Answers.query("rule", "name contains \"Gehalten\"")));
        filters.put("jointAccount", List.of("jointAccount=" + alliance.joint()));
        filters.put("partnerAccount", List.of());
        return filters;
    }

    /// Without what the reader changes by reading: how often it read is told to both, in tens.
    private static Map<String, String> steady(Map<String, String> answers) {
        var steady = new TreeMap<>(answers);
        steady.replaceAll((asked, answer) ->
                asked.endsWith("/intake") ? answer.substring(answer.indexOf("{\"company\":\"lyra\"")) : answer);
        return steady;
    }

    private static void assertSame(String what, Map<String, String> before, Map<String, String> after) {
        var other = new ArrayList<String>();
        before.forEach((asked, answer) -> {
            if (!answer.equals(after.get(asked))) {
                other.add(asked + "\nwas " + answer + "\nis  " + after.get(asked));
            }
        });
        assertThat(other).as("answers that tell of: " + what).isEmpty();
        assertThat(after.keySet()).as(what).isEqualTo(before.keySet());
    }

    private List<String> told() {
        return outside.raw(Topics.crmOut(new CompanyId("vega")));
    }

    private static String operation(String asked) {
        return asked.replaceAll("\\?.*", "")
                .replaceAll("/accounts/A\\d/why", "/why")
                .replaceAll("A\\d$", "");
    }

    /// Lyra reads joint accounts that vega does not: their ids are as good as invented ones.
    private void anIdOfWhatIsNotShownIsNone(Answers answers) throws Exception {
        var lyras = new Answers(http, "lyra", Map.of(), Map.of());
        var path = "/accounts/partnerships/vega-lyra";
        await().atMost(ofSeconds(30))
                .until(() -> lyras.send(path + "/overlap", "*/*")
                        .getContentAsString()
                        .contains("S1"));
        List<String> hidden = JsonPath.read(
                lyras.send(path + "/overlap", "*/*").getContentAsString(),
                "$.items[?(@.ownAccount in ['S1', 'C1'])].jointAccount");
        assertThat(hidden).hasSize(2);
        for (var id : hidden) {
            for (var place : List.of("", "/sheet", "/book-entry", "/sales")) {
                var theirs = answers.send(path + "/joint-accounts/" + id + place, "application/json");
                var none = answers.send(path + "/joint-accounts/" + "x".repeat(24) + place, "application/json");
                assertThat(theirs.getStatus()).isEqualTo(404);
                assertThat(theirs.getContentAsString()).isEqualTo(none.getContentAsString());
                assertThat(theirs.getHeaderNames()).isEqualTo(none.getHeaderNames());
            }
            var why = path + "/accounts/A3/why?jointAccount=";
            assertThat(answers.send(why + id, "*/*").getContentAsString())
                    .isEqualTo(answers.send(why + "x".repeat(24), "*/*").getContentAsString());
        }
    }
}
