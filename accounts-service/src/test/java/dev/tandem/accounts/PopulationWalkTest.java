package dev.tandem.accounts;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmOut.PopulationsChanged;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.PopulationName;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.contracts.partnership.SharingPolicy;
import dev.tandem.contracts.partnership.SharingPolicy.CustomRule;
import dev.tandem.contracts.partnership.SharingPolicy.Rule;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// A population of a company's own, from its rule to what the partner no longer sees.
@Running
class PopulationWalkTest {
    private static final Alliance ALLIANCE = Alliance.of("lannister", "martell");
    private static final String BASE = "/accounts/partnerships/lannister-martell";

    @Value("${spring.kafka.bootstrap-servers}")
    private String brokers;

    @Autowired
    private MockMvc http;

    private Outside outside;
    private String cursor = "";

    @BeforeEach
    void open() {
        outside = new Outside(brokers);
    }

    @AfterEach
    void close() {
        outside.close();
    }

    @Test
    void whatARuleHoldsBackIsGoneForThePartnerAndWhatIsPrivateIsGoneFromCountsToo() throws Exception {
        agreed(1, List.of());
        for (var n : List.of("1", "2", "3")) {
            outside.crm(
                    "lannister",
                    Crm.account(
                            "L" + n,
                            "name",
                            "Joint " + n,
                            "website",
                            "joint" + n + ".org",
                            "country",
                            n.equals("1") ? "DE" : "FR"));
            outside.crm("martell", Crm.account("M" + n, "name", "Joint " + n, "website", "joint" + n + ".org"));
        }
        sees("martell", 3);
        matrix("martell", 3);

        exportsWhatIsShown();
        filtersByWhatIsShown();
        asksForMore();
        feedsWhatIsShown();
        definedAndTold();
        heldBack();
        madePrivate();
        tombstones();
        deletedOnlyWhenNobodyNamesIt();
    }

    private void exportsWhatIsShown() throws Exception {
        var csv = http.perform(as("martell", get(BASE + "/overlap/csv")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(4);
        assertThat(csv.lines().findFirst().orElseThrow()).endsWith(",partner,partner_name");
        assertThat(csv).contains(",lannister,Joint 1").doesNotContain(",DE,", ",DE\r");
        http.perform(as("martell", get(BASE + "/overlap/xlsx"))).andExpect(status().isOk());
        http.perform(as("hooli", get(BASE + "/overlap/csv"))).andExpect(status().isNotFound());
    }

    private void filtersByWhatIsShown() throws Exception {
        filtered("ownField", "website", "ownValue", "JOINT2.org")
                .andExpect(jsonPath("$.items[0].ownAccount").value("M2"));
        filtered("partnerField", "name", "partnerValue", "joint 3")
                .andExpect(jsonPath("$.items.length()").value(1));
        filtered("ownPopulation", "CUSTOMERS")
                .andExpect(jsonPath("$.items.length()").value(0));
        filtered("partnerField", "country", "partnerValue", "DE").andExpect(status().isBadRequest());
        filtered("partnerField", "type", "partnerValue", "x").andExpect(status().isBadRequest());
        filtered("partnerField", "name").andExpect(status().isBadRequest());
        filtered("sort", "name").andExpect(status().isBadRequest());
        filtered("limit", "2").andExpect(jsonPath("$.next").isNotEmpty());
        filtered("limit", "3").andExpect(jsonPath("$.next").doesNotExist());
    }

    private ResultActions filtered(String... parameters) throws Exception {
        var request = as("martell", get(BASE + "/overlap"));
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return http.perform(request);
    }

    private void asksForMore() throws Exception {
        http.perform(as("martell", get(BASE + "/sharing-presets")))
                .andExpect(jsonPath("$.presets[0].preset").value("COUNTS_FIRST"))
                .andExpect(jsonPath("$.presets[0].sharing.rules.length()").value(6));
        var asked = http.perform(as("martell", post(BASE + "/sharing-requests"))
                        .header("Idempotency-Key", "more")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"population": "PROSPECTS", "level": "OVERLAPPING_ACCOUNTS", "fields": ["PHONE"],
                                 "reason": {"code": "CALL", "sentence": "We want to call them."}}"""))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.of").value("lannister"))
                .andExpect(jsonPath("$.status").value("OPEN"))
                .andReturn();
        String id = com.jayway.jsonpath.JsonPath.read(asked.getResponse().getContentAsString(), "$.id");
        http.perform(as("hooli", get(BASE + "/sharing-requests/" + id))).andExpect(status().isNotFound());
        http.perform(as("lannister", post(BASE + "/sharing-requests/" + id + "/closing"))
                        .header("Idempotency-Key", "no")
                        .header("If-Match", "\"1\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"reason": {"code": "NOT_NOW", "sentence": "Not before the summer."}}"""))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("REFUSED"));
        http.perform(as("martell", get(BASE + "/sharing-requests")))
                .andExpect(jsonPath("$.items[0].closedBecause.code").value("NOT_NOW"));
    }

    private void feedsWhatIsShown() throws Exception {
        await().atMost(ofSeconds(30))
                .untilAsserted(() -> http.perform(as("martell", get(BASE + "/overlap/changes")))
                        .andExpect(jsonPath("$.items.length()").value(3))
                        .andExpect(jsonPath("$.items[?(@.change=='SHOWN')].partners[0].fields.name")
                                .value(org.hamcrest.Matchers.hasItem("Joint 2"))));
        var answer = http.perform(as("martell", get(BASE + "/overlap/changes").param("limit", "2")))
                .andReturn();
        cursor = com.jayway.jsonpath.JsonPath.read(answer.getResponse().getContentAsString(), "$.next");
    }

    private void tombstones() throws Exception {
        http.perform(as("martell", get(BASE + "/overlap/changes")))
                .andExpect(jsonPath("$.items[?(@.change=='WITHDRAWN' && @.ownAccount=='M2')].partners")
                        .isEmpty())
                .andExpect(jsonPath("$.items[?(@.change=='WITHDRAWN' && @.ownAccount=='M2')].withdrawn.code")
                        .isNotEmpty())
                .andExpect(jsonPath("$.items[?(@.change=='SHOWN')].ownAccount").value("M1"));
        http.perform(as(
                        "martell",
                        get(BASE + "/overlap/changes").param("limit", "2").param("cursor", cursor)))
                .andExpect(jsonPath("$.items").isNotEmpty())
                .andExpect(jsonPath("$.next").isNotEmpty());
        http.perform(as(
                        "lannister",
                        get(BASE + "/overlap/changes").param("limit", "2").param("cursor", cursor)))
                .andExpect(status().isBadRequest());
    }

    private void definedAndTold() throws Exception {
        http.perform(as("lannister", get("/accounts/population-preview").param("rule", "country = 'DE'")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.matching").value(1))
                .andExpect(jsonPath("$.accounts.items[0].account").value("L1"));
        http.perform(as("lannister", get("/accounts/population-preview").param("rule", "country = DE")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.violations[0].field").value("rule"));
        define("german", "country = 'DE'").andExpect(status().isCreated());
        define("broken", "country DE").andExpect(status().isBadRequest());
        await().atMost(ofSeconds(30))
                .untilAsserted(() -> assertThat(outside.out("lannister"))
                        .containsValue(new PopulationsChanged(
                                new dev.tandem.contracts.CrmId("L1"),
                                List.of("PROSPECTS", "german"),
                                List.of("german"),
                                List.of())));
        http.perform(as("lannister", get("/accounts/populations/german/accounts")))
                .andExpect(jsonPath("$.items.length()").value(1));
        http.perform(as("martell", get("/accounts/populations/german"))).andExpect(status().isNotFound());
    }

    private void heldBack() throws Exception {
        agreed(
                2,
                List.of(new CustomRule(
                        ALLIANCE.one(), new PopulationName("german"), SharingLevel.COUNTS_ONLY, Set.of())));
        sees("martell", 2);
        sees("lannister", 3);
        matrix("martell", 2);
        matrix("lannister", 2);
        http.perform(as("martell", get(BASE + "/overlap/matrix")))
                .andExpect(jsonPath("$.cells[?(@.further.shown=='FEW')]").isNotEmpty());
        http.perform(as("lannister", get(BASE + "/revisions/2/preview")))
                .andExpect(jsonPath("$.custom[0].accounts").value(1))
                .andExpect(jsonPath("$.accounts.items.length()").value(2));
        outside.crm("lannister", Crm.fields("account", "L1", "country", "FR"));
        sees("martell", 3);
    }

    private void madePrivate() throws Exception {
        var version = http.perform(as("lannister", get("/accounts/accounts/L2")))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        var body = """
                {"private": true, "reason": {"code": "SECRET", "sentence": "A project nobody may know of."}}""";
        http.perform(as("lannister", put("/accounts/accounts/L2/privacy"))
                        .header("If-Match", String.valueOf(version))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.private").value(true));
        sees("martell", 2);
        // At once, and not only once alignment has come to it: what one does not show, one does not read either.
        http.perform(as("lannister", get(BASE + "/overlap")))
                .andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.items[?(@.ownAccount=='L2')]").isEmpty());
        await().atMost(ofSeconds(30)).untilAsserted(() -> matrix("martell", 2));
        outside.crm("lannister", Crm.fields("account", "L3", "private", "true"));
        sees("martell", 1);
        sees("lannister", 1);
        privateIsReadByNobody();
        await().atMost(ofSeconds(30))
                .untilAsserted(() -> assertThat(outside.out("martell").entrySet().stream()
                                .filter(each -> each.getValue() instanceof dev.tandem.contracts.crm.CrmOut.Withdrawn)
                                .filter(each -> each.getKey().endsWith("/M3")))
                        .hasSize(1));
    }

    /// Also its owner's systems are told, and the account is nowhere for it but in its own book.
    private void privateIsReadByNobody() throws Exception {
        await().atMost(ofSeconds(30))
                .untilAsserted(() -> assertThat(outside.out("lannister").entrySet().stream()
                                .filter(each -> each.getValue() instanceof dev.tandem.contracts.crm.CrmOut.Withdrawn)
                                .map(each ->
                                        each.getKey().substring(each.getKey().lastIndexOf('/') + 1)))
                        .contains("L2", "L3"));
        for (var path : List.of("/overlap", "/overlap/csv", "/relatives", "/reviews", "/book")) {
            http.perform(as("lannister", get(BASE + path)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("L2"))))
                    .andExpect(content().string(not(containsString("L3"))));
        }
        http.perform(as("lannister", get(BASE + "/accounts/L2/why")))
                .andExpect(jsonPath("$.answers[?(@.partners.fields.name=='Joint 2')]")
                        .isEmpty());
        http.perform(as("lannister", get("/accounts/accounts/L2")))
                .andExpect(jsonPath("$.private").value(true));
    }

    private void deletedOnlyWhenNobodyNamesIt() throws Exception {
        http.perform(as("lannister", delete("/accounts/populations/german")).header("If-Match", "\"1\""))
                .andExpect(status().isConflict());
        agreed(3, List.of());
        await().atMost(ofSeconds(30))
                .untilAsserted(() -> http.perform(as("lannister", delete("/accounts/populations/german"))
                                .header("If-Match", "\"1\""))
                        .andExpect(status().isNoContent()));
    }

    private ResultActions define(String name, String rule) throws Exception {
        return http.perform(as("lannister", post("/accounts/populations"))
                .header("Idempotency-Key", name)
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"population": "%s", "title": "%s", "rule": "%s"}""".formatted(name, name, rule)));
    }

    private void sees(String company, int rows) {
        await().atMost(ofSeconds(30))
                .untilAsserted(() -> http.perform(as(company, get(BASE + "/overlap")))
                        .andExpect(jsonPath("$.items.length()").value(rows)));
    }

    private void matrix(String company, int count) throws Exception {
        http.perform(as(company, get(BASE + "/overlap/matrix")))
                .andExpect(jsonPath("$.partners[0].pairs").value(count))
                .andExpect(jsonPath("$.partners[0].jointAccounts").value(count));
    }

    private void agreed(int revision, List<CustomRule> custom) {
        var rules = Stream.of(Population.values())
                .flatMap(population -> Stream.of(ALLIANCE.one(), ALLIANCE.other())
                        .map(party -> new Rule(
                                party, population, SharingLevel.OVERLAPPING_ACCOUNTS, Set.of(SharedField.NAME))))
                .toList();
        var state = ALLIANCE.sharing(revision, new SharingPolicy(rules, custom));
        outside.platform(Topics.PARTNERSHIPS, state.partnership().value(), state);
    }

    private static MockHttpServletRequestBuilder as(String company, MockHttpServletRequestBuilder request) {
        return request.header("Authorization", Tokens.bearer(company, Role.ALLIANCE_MANAGER));
    }
}
