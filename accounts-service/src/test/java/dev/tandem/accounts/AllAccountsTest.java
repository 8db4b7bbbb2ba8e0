package dev.tandem.accounts;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.contracts.partnership.SharingPolicy;
import dev.tandem.contracts.partnership.SharingPolicy.Rule;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// A partner that shows all accounts of a population: what is listed, what never is, and what is gone at once.
@Running
class AllAccountsTest {
    private static final Alliance ALLIANCE = Alliance.of("soylent", "tyrell");
    private static final String BASE = "/accounts/partnerships/soylent-tyrell";
    private static final String LIST = BASE + "/partner-accounts";

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
    void allAccountsOfAPopulationAreShownOnceUnderNamesOfThePartnershipAndNothingElse() throws Exception {
        agreed(1, SharingLevel.ALL_ACCOUNTS);
        for (int i = 1; i <= 5; i++) {
            outside.crm("tyrell", Crm.account("TYR-" + i, "name", "Kunde " + i, "type", "Customer", "city", "Ulm"));
        }
        outside.crm("tyrell", Crm.account("TYR-6", "name", "Nur ein Interessent", "city", "Ulm"));
        outside.crm("soylent", Crm.account("SOY-1", "name", "Allein unser Kunde", "type", "Customer"));
        outside.crm("soylent", Crm.account("SOY-2", "name", "Kunde 2", "type", "Customer"));
        listedOnly("Kunde 1", "Kunde 3", "Kunde 4", "Kunde 5");

        nothingNamesTheCrmIds();
        theOtherSideShowsOverlappingAccountsOnly();
        thePreviewSaysTheSame();
        strangersFindNothing();
        aMatchMovesAnAccountToTheOverlapAndADeletionTakesItAway();
        aRevisionTakesAllBackAtOnce();
    }

    private void nothingNamesTheCrmIds() throws Exception {
        var names = new ArrayList<String>();
        var cursor = "";
        do {
            var request = get(LIST).param("limit", "1");
            var page = body(cursor.isEmpty() ? request : request.param("cursor", cursor));
            assertThat(page).doesNotContain("TYR-").doesNotContain("Ulm");
            names.addAll(JsonPath.read(page, "$.items[*].partnerAccount"));
            Map<String, String> all = JsonPath.read(page, "$");
            cursor = all.getOrDefault("next", "");
            assertThat(decoded(cursor)).doesNotContain("TYR-").doesNotContain("tyrell");
        } while (!cursor.isEmpty());
        assertThat(names).hasSize(4).doesNotHaveDuplicates();
    }

    private static String decoded(String cursor) {
        var bytes = Base64.getUrlDecoder().decode(cursor.substring(cursor.indexOf('.') + 1));
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private void theOtherSideShowsOverlappingAccountsOnly() throws Exception {
        var theirs = http.perform(as("tyrell", get(LIST))).andExpect(status().isOk());
        assertThat(theirs.andReturn().getResponse().getContentAsString()).isEqualTo("{\"items\":[]}");
    }

    private void thePreviewSaysTheSame() throws Exception {
        var preview = http.perform(as("tyrell", get(BASE + "/revisions/1/preview")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        List<String> always = JsonPath.read(preview, "$.accounts.items[?(@.crosses=='ALWAYS')].fields.name");
        List<String> overlap = JsonPath.read(body(get(BASE + "/overlap")), "$.items[*].partners[0].fields.name");

        var shown = new ArrayList<>(listed());
        shown.addAll(overlap);
        assertThat(always).containsExactlyInAnyOrderElementsOf(shown);
    }

    private void strangersFindNothing() throws Exception {
        var theirs = http.perform(as("hooli", get(LIST))).andExpect(status().isNotFound());
        var none = http.perform(as("hooli", get("/accounts/partnerships/none/partner-accounts")));
        assertThat(theirs.andReturn().getResponse().getContentAsString())
                .isEqualTo(none.andReturn().getResponse().getContentAsString());
    }

    private void aMatchMovesAnAccountToTheOverlapAndADeletionTakesItAway() throws Exception {
        outside.crm("soylent", Crm.account("SOY-3", "name", "Kunde 3", "type", "Customer"));
        outside.crm("tyrell", Crm.deleted("account", "TYR-4"));
        outside.crm("tyrell", Crm.account("TYR-5", "name", "Kunde 5", "type", "Prospect"));
        listedOnly("Kunde 1");
        List<String> overlap = JsonPath.read(body(get(BASE + "/overlap")), "$.items[*].ownAccount");
        assertThat(overlap).containsExactlyInAnyOrder("SOY-2", "SOY-3");
    }

    private void aRevisionTakesAllBackAtOnce() throws Exception {
        outside.crm("tyrell", Crm.account("TYR-7", "name", "Kunde 7", "type", "Customer"));
        listedOnly("Kunde 1", "Kunde 7");
        Map<String, String> page = JsonPath.read(body(get(LIST).param("limit", "1")), "$");
        var cursor = String.valueOf(page.get("next"));

        agreed(2, SharingLevel.OVERLAPPING_ACCOUNTS);
        listedOnly();
        assertThat(body(get(LIST).param("limit", "1").param("cursor", cursor))).isEqualTo("{\"items\":[]}");
    }

    /// Of tyrell's customers at this level, of its other accounts and of soylent's only what overlaps.
    private void agreed(int revision, SharingLevel ofCustomers) {
        var policy = new SharingPolicy(List.of(
                rule(ALLIANCE.other(), Population.CUSTOMERS, ofCustomers),
                rule(ALLIANCE.other(), Population.PROSPECTS, SharingLevel.OVERLAPPING_ACCOUNTS),
                rule(ALLIANCE.one(), Population.CUSTOMERS, SharingLevel.OVERLAPPING_ACCOUNTS)));
        PartnershipChanged state = ALLIANCE.sharing(revision, policy);
        outside.platform(Topics.PARTNERSHIPS, state.partnership().value(), state);
    }

    private static Rule rule(CompanyId party, Population population, SharingLevel level) {
        return new Rule(party, population, level, Set.of(SharedField.NAME));
    }

    private void listedOnly(String... names) {
        await().atMost(ofSeconds(30)).untilAsserted(() -> assertThat(listed()).containsExactlyInAnyOrder(names));
    }

    private List<String> listed() throws Exception {
        return JsonPath.read(body(get(LIST)), "$.items[*].fields.name");
    }

    private String body(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(as("soylent", request))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static MockHttpServletRequestBuilder as(String company, MockHttpServletRequestBuilder request) {
        return request.header("Authorization", Tokens.bearer(company, Role.ALLIANCE_MANAGER));
    }
}
