package dev.tandem.accounts;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// A pair that alignment doubts, from the doubt to the match that both confirm, and back when one calls it wrong.
@Running
class ReviewWalkTest {
    private static final Alliance ALLIANCE = Alliance.of("tyrell", "weyland");
    private static final String BASE = "/accounts/partnerships/tyrell-weyland";
    private static final String SAME = """
            {"answer": "SAME_CUSTOMER", "reason": {"code": "VISITED", "sentence": "I was there."}}""";
    private static final String REASON = """
            {"reason": {"code": "CHECKED", "sentence": "We asked them."}}""";

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
    void bothConfirmADoubtAndOneAloneEndsTheMatchAgain() throws Exception {
        agreed(ALLIANCE.sharing(1, SharingLevel.OVERLAPPING_ACCOUNTS, SharedField.NAME));
        outside.crm("weyland", Crm.account("W1", "name", "Nordwind", "postcode", "24103"));
        outside.crm("weyland", Crm.account("W2", "name", "Nordwind", "postcode", "10115"));
        outside.crm("tyrell", Crm.account("T1", "name", "Nordwind GmbH", "city", "Kiel"));
        await().atMost(ofSeconds(30)).until(() -> count("tyrell", "/reviews?status=OPEN") == 1);
        assertThat(count("tyrell", "/overlap")).isZero();
        var list = read("tyrell", "/reviews");
        String review = JsonPath.read(list, "$.items[0].review");
        assertThat(list).contains("T1", "SAME_NAME").doesNotContain("\"W1\"", "\"W2\"", "24103", "10115");
        assertThat(read("weyland", "/reviews")).contains("W1").doesNotContain("\"T1\"", "Kiel", "GmbH");

        say("tyrell", review, SAME, 0);
        assertThat(waitsFor("weyland", review)).containsExactly("weyland");
        assertThat(count("tyrell", "/overlap")).isZero();
        say("weyland", review, SAME, 0);
        await().atMost(ofSeconds(30)).until(() -> count("weyland", "/overlap") == 1);
        assertThat(read("tyrell", "/reviews/" + review)).contains("CONFIRMED");

        report("tyrell");
        await().atMost(ofSeconds(30)).until(() -> !read("weyland", "/overlap").contains("\"W1\""));
        assertThat(read("weyland", "/reviews/" + review)).contains("REJECTED", "\"reported\":true");

        withdraw("tyrell", review, 2);
        await().atMost(ofSeconds(30))
                .until(() -> read("weyland", "/reviews/" + review).contains("OPEN"));
        await().atMost(ofSeconds(30)).until(() -> count("weyland", "/overlap") == 0);
    }

    @Test
    void whatOnePartyHidesIsNoDoubtOfTheOther() throws Exception {
        var hidden = Alliance.of("cyberdyne", "omni");
        agreed(hidden.sharing(1, SharingLevel.OVERLAPPING_ACCOUNTS, SharingLevel.HIDDEN, SharedField.NAME));
        outside.crm("omni", Crm.account("O1", "name", "Sturm", "postcode", "24103"));
        outside.crm("omni", Crm.account("O2", "name", "Sturm", "postcode", "10115"));
        outside.crm("cyberdyne", Crm.account("C1", "name", "Sturm"));
        outside.crm("omni", Crm.account("O3", "name", "Nordwind"));
        outside.crm("cyberdyne", Crm.account("C3", "name", "Nordwind"));

        var path = "/accounts/partnerships/cyberdyne-omni/overlap";
        await().atMost(ofSeconds(30)).until(() -> body("omni", path).contains("\"ownAccount\":\"O3\""));
        assertThat(body("cyberdyne", "/accounts/partnerships/cyberdyne-omni/reviews"))
                .contains("\"items\":[]");
        assertThat(body("omni", "/accounts/partnerships/cyberdyne-omni/reviews"))
                .contains("\"items\":[]");
    }

    /// With a Cyrillic o in the name, and in the domain.
    @Test
    void whatOnlyLooksLikeACustomerIsNotMatchedButAsked() throws Exception {
        var alliance = Alliance.of("procyon", "pollux");
        agreed(alliance.sharing(1, SharingLevel.OVERLAPPING_ACCOUNTS, SharedField.NAME, SharedField.WEBSITE));
        outside.crm("pollux", Crm.account("P1", "name", "Solvejg Reederei", "website", "solvejg-reederei.de"));
        outside.crm("procyon", Crm.account("Q1", "name", "Solvejg Reederei", "website", "s\u043Elvejg-reederei.de"));
        var path = "/accounts/partnerships/procyon-pollux";
        await().atMost(ofSeconds(30))
                .until(() -> body("pollux", path + "/reviews").contains("LOOKALIKE_LETTERS_IN_DOMAIN"));

        assertThat(body("pollux", path + "/overlap")).contains("\"items\":[]");
        assertThat(body("procyon", "/accounts/receipts")).contains("LOOKALIKE");
        String review = JsonPath.read(body("pollux", path + "/reviews"), "$.items[0].review");
        for (var company : List.of("procyon", "pollux")) {
            var verdict = put(path + "/reviews/" + review + "/verdict").header("If-Match", "\"0\"");
            assertThat(send(company, verdict, SAME)).contains("VISITED");
        }
        await().atMost(ofSeconds(30))
                .until(() -> body("pollux", path + "/overlap").contains("P1"));
    }

    @Test
    void manyAreAnsweredAtOnceAndWhatIsNotThereIsSaidSo() throws Exception {
        agreed(ALLIANCE.sharing(1, SharingLevel.OVERLAPPING_ACCOUNTS, SharedField.NAME));
        var body = """
                {"verdicts": [{"review": "nothing", "answer": "SAME_CUSTOMER",
                               "reason": {"code": "VISITED", "sentence": "I was there."}}]}""";
        await().atMost(ofSeconds(30)).until(() -> read("tyrell", "/reviews").contains("items"));

        assertThat(send("tyrell", post(BASE + "/reviews/verdicts").header("Idempotency-Key", key()), body))
                .contains("NOT_FOUND");
    }

    private void agreed(PartnershipChanged partnership) {
        outside.platform(Topics.PARTNERSHIPS, partnership.partnership().value(), partnership);
    }

    private void report(String company) throws Exception {
        String joint = JsonPath.read(read(company, "/overlap"), "$.items[0].jointAccount");
        var body = REASON.replaceFirst("\\{", "{\"partner\": \"weyland\", ");
        var path = BASE + "/joint-accounts/" + joint + "/reports";
        assertThat(send(company, post(path).header("Idempotency-Key", key()), body))
                .contains("review");
    }

    private void say(String company, String review, String body, int revision) throws Exception {
        var path = BASE + "/reviews/" + review + "/verdict";
        assertThat(send(company, put(path).header("If-Match", "\"" + revision + "\""), body))
                .contains("VISITED");
    }

    private void withdraw(String company, String review, int revision) throws Exception {
        var path = BASE + "/reviews/" + review + "/verdict";
        assertThat(send(company, delete(path).header("If-Match", "\"" + revision + "\""), REASON))
                .doesNotContain("ownVerdict", "problem");
    }

    private List<String> waitsFor(String company, String review) throws Exception {
        return JsonPath.read(read(company, "/reviews/" + review), "$.waitsFor");
    }

    private int count(String company, String path) throws Exception {
        var body = read(company, path);
        return body.contains("items") ? JsonPath.<Integer>read(body, "$.items.length()") : -1;
    }

    private String read(String company, String path) throws Exception {
        return body(company, BASE + path);
    }

    private String body(String company, String path) throws Exception {
        return send(company, get(path), "");
    }

    private String send(String company, MockHttpServletRequestBuilder request, String body) throws Exception {
        return http.perform(request.header("Authorization", Tokens.bearer(company, Role.ALLIANCE_MANAGER))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
