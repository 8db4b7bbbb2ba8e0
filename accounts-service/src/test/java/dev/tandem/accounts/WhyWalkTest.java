package dev.tandem.accounts;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.MockMvc;

/// What a company is told when it asks why an account is no partner's too, and what it is never told.
@Running
class WhyWalkTest {
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
    void saysWhyAndWhyNotInWordsAndInData() throws Exception {
        var alliance = Alliance.of("capella", "rigel");
        agreed(alliance.sharing(
                1, SharingLevel.OVERLAPPING_ACCOUNTS, SharingLevel.ALL_ACCOUNTS, SharedField.NAME, SharedField.CITY));
        outside.crm("capella", Crm.account("A1", "name", "Delta Air Lines", "website", "delta.com"));
        outside.crm("capella", Crm.account("A2", "name", "Nordwind Logistik", "city", "Kiel"));
        outside.crm("rigel", Crm.account("B1", "name", "Delta Faucet", "website", "deltafaucet.com"));
        outside.crm("rigel", Crm.account("B2", "name", "Nordwind Logistik GmbH", "city", "Kiel"));
        until("capella", "/partner-accounts", "Delta Faucet");
        until("capella", "/overlap", "\"A2\"");

        var best = read("capella", "/accounts/A1/why");
        assertThat(JsonPath.<List<String>>read(best, "$.answers[*].partners.fields.name"))
                .contains("Delta Faucet");
        assertThat(JsonPath.<String>read(best, "$.answers[0].state")).isEqualTo("TOO_LITTLE");
        assertThat(JsonPath.<String>read(best, "$.answers[0].sentence"))
                .startsWith("Too little of what you see says that they are the same customer.");
        // No field that rigel does not show is spoken of, though capella has it and both have one.
        assertThat(best).doesNotContain("website", "domain", "bits");
        assertThat(JsonPath.<Boolean>read(best, "$.complete")).isTrue();

        String named = JsonPath.read(best, "$.answers[0].partners.partnerAccount");
        assertThat(JsonPath.<Object>read(read("capella", "/accounts/A1/why?partnerAccount=" + named), "$.answers"))
                .isEqualTo(JsonPath.read(best, "$.answers"));

        String joint = JsonPath.read(read("capella", "/overlap"), "$.items[0].jointAccount");
        var same = read("capella", "/accounts/A2/why?jointAccount=" + joint);
        assertThat(JsonPath.<String>read(same, "$.answers[0].state")).isEqualTo("SAME_CUSTOMER");
        assertThat(JsonPath.<String>read(same, "$.answers[0].sentence"))
                .startsWith("They are the same customer. For it: Both have the same name");
        var taken = read("capella", "/accounts/A1/why?jointAccount=" + joint);
        assertThat(JsonPath.<String>read(taken, "$.answers[0].state")).isEqualTo("PARTNER_ACCOUNT_MATCHED");
        assertThat(JsonPath.<String>read(taken, "$.answers[0].instead")).isEqualTo(joint);
    }

    /// B hides all but its customers, and shows of these the name only: whatever else it has changes no byte.
    @Test
    void theAnswerIsTheSameWhateverThePartnerHasThatTheAskerMayNotSee() throws Exception {
        var alone = Alliance.of("deneb", "altair");
        var beside = Alliance.of("deneb", "spica");
        for (var alliance : List.of(alone, beside)) {
            agreed(alliance.sharing(1, SharingLevel.COUNTS_ONLY, SharingLevel.COUNTS_ONLY, SharedField.NAME));
        }
        outside.crm("deneb", Crm.account("L1", "name", "Bank of the West", "website", "bankofthewest.com"));
        outside.crm("spica", Crm.account("K1", "name", "Bank of the West", "website", "bankofthewest.com"));
        outside.crm("spica", Crm.account("K2", "name", "Bank of the East"));
        var path = "/accounts/partnerships/deneb-spica";
        await().atMost(ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(send("spica", "/accounts/accounts/K2")).contains("East"));

        var withThem = send("deneb", path + "/accounts/L1/why");
        var withoutThem = send("deneb", "/accounts/partnerships/deneb-altair/accounts/L1/why");
        assertThat(withThem).isEqualTo(withoutThem).contains("\"answers\":[]");
        for (var unknown : List.of(
                "/accounts/partnerships/deneb-spica/accounts/K1/why",
                "/accounts/partnerships/none/accounts/L1/why",
                path + "/accounts/L1/why?jointAccount=" + "x".repeat(24),
                path + "/accounts/L1/why?partnerAccount=" + "x".repeat(24))) {
            assertThat(send("deneb", unknown)).isEqualTo(send("deneb", "/accounts/accounts/nothing"));
        }
    }

    @Test
    void thePartnerHasTheParentOrASubsidiary() throws Exception {
        var alliance = Alliance.of("mizar", "alkor");
        agreed(alliance.sharing(1, SharingLevel.OVERLAPPING_ACCOUNTS, SharedField.NAME));
        outside.crm("mizar", Crm.account("H", "name", "Sturmfels Holding"));
        outside.crm("mizar", Crm.account("M", "name", "Moorbach Gesellschaft", "parentId", "H"));
        outside.crm("mizar", Crm.account("D", "name", "Lindental Werke", "parentId", "M"));
        outside.crm("alkor", Crm.account("V1", "name", "Moorbach Gesellschaft"));
        outside.crm("alkor", Crm.account("V2", "name", "Ganz Andere Sued", "parentId", "V1"));
        var path = "/accounts/partnerships/mizar-alkor/relatives";
        await().atMost(ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(JsonPath.<List<String>>read(send("mizar", path), "$.items[*].ownAccount"))
                                .containsExactly("H", "D"));

        var lines = send("mizar", path);
        assertThat(JsonPath.<List<String>>read(lines, "$.items[*].kind")).containsExactly("SUBSIDIARY", "PARENT");
        assertThat(JsonPath.<List<String>>read(lines, "$.items[*].through")).containsExactly("M", "M");
        var first = send("mizar", path + "?limit=1");
        assertThat(JsonPath.<List<String>>read(first, "$.items[*].ownAccount")).containsExactly("H");
        String next = JsonPath.read(first, "$.next");
        assertThat(JsonPath.<List<String>>read(
                        send("mizar", path + "?limit=1&cursor=" + next), "$.items[*].ownAccount"))
                .containsExactly("D");
        // Whose parent an account is, only its own company's CRM says; the partner's is never shown.
        assertThat(JsonPath.<List<String>>read(send("alkor", path), "$.items[*].ownAccount"))
                .containsExactly("V2");
    }

    private void agreed(PartnershipChanged partnership) {
        outside.platform(Topics.PARTNERSHIPS, partnership.partnership().value(), partnership);
    }

    private void until(String company, String path, String part) {
        await().atMost(ofSeconds(30))
                .untilAsserted(() -> assertThat(read(company, path)).contains(part));
    }

    private String read(String company, String path) throws Exception {
        return send(company, "/accounts/partnerships/capella-rigel" + path);
    }

    private String send(String company, String path) throws Exception {
        return http.perform(get(java.net.URI.create(path))
                        .header("Authorization", Tokens.bearer(company, Role.ALLIANCE_MANAGER)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
