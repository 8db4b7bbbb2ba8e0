package dev.tandem.accounts;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.contracts.roster.RosterChange.Status;
import dev.tandem.kit.store.Canary;
import dev.tandem.kit.store.Marks;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.test.web.servlet.MockMvc;

/// Nothing in the store says who an erased person was, and nothing that is parked names the person, before or after.
@Running
class ErasureWalkTest {
    private static final CompanyId LETHE = new CompanyId("lethe");
    private static final String NAME = "Zyxwa Qvortrup";
    private static final String MAIL = "zq@canary.example";
    private static final String USER = "U-canary-4711";
    private static final RepId REP = new RepId("rep-canary");

    @Value("${spring.kafka.bootstrap-servers}")
    private String brokers;

    @Autowired
    private MockMvc http;

    @Autowired
    private MongoOperations mongo;

    @Autowired
    private Marks marks;

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
    void nothingSaysWhoOwnedWhat() throws Exception {
        owned();
        parked();
        assertThat(Canary.found(mongo, NAME, MAIL, USER))
                .contains("parked_events: " + USER)
                .anyMatch(found -> found.endsWith(NAME));

        outside.platform(
                Topics.ROSTERS, "rep/" + REP, rep(marks.erased(LETHE, new CrmId(USER)), "", null, Status.LEFT));
        await().atMost(ofSeconds(60)).untilAsserted(() -> {
            assertThat(outside.read(Topics.ERASURES).get(REP + "/accounts"))
                    .satisfies(answer -> assertThat(answer.parkedRecords()).isEqualTo(3));
            assertThat(outside.out("styx").toString()).doesNotContain(NAME, MAIL);
            assertThat(Canary.found(mongo, NAME, MAIL)).isEmpty();
        });
        assertThat(Canary.found(mongo, USER)).isEqualTo(inTheOwnBook());

        outside.crm("lethe", Crm.account("A-8", "name", "Late", "country", "Nowhere", "ownerUser", USER));
        outside.crm("lethe", person());
        await().atMost(ofSeconds(30)).untilAsserted(() -> assertThat(waiting()).contains("A-8", "U-late"));
        assertThat(Canary.found(mongo, NAME, MAIL)).isEmpty();
        assertThat(Canary.found(mongo, USER)).isEqualTo(inTheOwnBook());
    }

    /// Where the company's own CRM names the owner of what is its own.
    private static List<String> inTheOwnBook() {
        return List.of("accounts: " + USER);
    }

    private void owned() {
        var alliance = Alliance.of("lethe", "styx");
        outside.platform(
                Topics.PARTNERSHIPS,
                alliance.id().value(),
                alliance.sharing(1, SharingLevel.OVERLAPPING_ACCOUNTS, SharedField.NAME, SharedField.OWNER));
        outside.platform(Topics.ROSTERS, "rep/" + REP, rep(new CrmId(USER), NAME, MAIL, Status.ACTIVE));
        outside.crm("lethe", Crm.account("A-1", "name", "Lotus Eaters", "website", "lotus.example", "ownerUser", USER));
        outside.crm("styx", Crm.account("B-1", "name", "Lotus Eaters", "website", "lotus.example"));
        await().atMost(ofSeconds(60))
                .untilAsserted(() -> assertThat(outside.out("styx").toString()).contains(NAME));
    }

    private RepChanged rep(CrmId user, String name, @org.jspecify.annotations.Nullable String mail, Status status) {
        return new RepChanged(REP, LETHE, user, name, mail, null, null, status);
    }

    private void parked() {
        outside.crm("lethe", Crm.account("A-2", "name", "Boats", "country", "Nowhere", "ownerUser", USER));
        outside.crm("lethe", Crm.fields("account", "A-2", "ownerUser", USER));
        outside.crm(
                "lethe",
                Crm.opportunity("O-2", "name", "Boats", "amount", "many", "currency", "EUR", "ownerUser", USER));
        outside.crm("lethe", Crm.account("A-3", "name", "Cars", "country", "Nowhere", "ownerUser", "U-2"));
        outside.crm("lethe", person());
        await().atMost(ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(waiting()).containsExactlyInAnyOrder("A-2", "A-2", "O-2", "A-3", "U-late"));
    }

    /// On the wrong topic.
    private static CrmChange person() {
        return new CrmChange(
                "user", new CrmId("U-late"), null, CrmChange.Change.FULL, Map.of("name", NAME, "email", MAIL));
    }

    private List<String> waiting() throws Exception {
        var answer = http.perform(get("/accounts/parked").header("Authorization", Tokens.bearer("lethe", Role.ADMIN)))
                .andReturn()
                .getResponse();
        return JsonPath.read(answer.getContentAsString(StandardCharsets.UTF_8), "$.items[*].key");
    }
}
