package dev.tandem.accounts.offline;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.accounts.Alliance;
import dev.tandem.accounts.Crm;
import dev.tandem.accounts.Outside;
import dev.tandem.accounts.Running;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmOut;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.PartnershipChanged.Offline;
import dev.tandem.contracts.partnership.PartnershipChanged.Status;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// The life of a partner that is not on the platform: entered by file, aligned, claimed, and taken over by what the
/// real company shares.
@Running
class OfflineWalkTest {
    private static final CompanyId HYDRA = new CompanyId("hydra");
    private static final CompanyId PHOENIX = new CompanyId("phoenix");
    private static final CompanyId PLACEHOLDER = new CompanyId("offline-4711");
    private static final PartnershipId NOTED = new PartnershipId("hydra-noted");
    private static final Alliance SUCCESSOR = Alliance.of("hydra", "phoenix");
    private static final String OVERLAP = "/accounts/partnerships/hydra-noted/overlap";
    private static final String OFFLINE = "/accounts/offline-partners/hydra-noted";
    private static final String FILE = """
            id,name,phone,postcode
            N1,Nordlicht Werke GmbH,+49 431 000,
            N2,Nur beim Partner KG,,
            N3,Sturm,,24103
            N4,Sturm,,10115
            """;

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
    void whatWasEnteredIsAlignedForWhoEnteredItAndDroppedWhenThePartnerJoins() throws Exception {
        told(noted(null, null));
        outside.crm("hydra", Crm.account("H1", "name", "Nordlicht Werke"));
        outside.crm("hydra", Crm.account("H2", "name", "Sturm"));
        await().atMost(ofSeconds(30)).until(() -> read("hydra", OFFLINE).contains("offline-4711"));
        await().atMost(ofSeconds(30))
                .until(() -> read("hydra", "/accounts/accounts").contains("H1")
                        && read("hydra", "/accounts/accounts").contains("H2"));
        assertThat(enter("hydra", FILE).getStatus()).isEqualTo(202);
        await().atMost(ofSeconds(30)).until(() -> read("hydra", OVERLAP).contains("+49 431 000"));
        assertThat(enter("hydra", FILE.replace("+49 431 000", "+49 431 123456")).getStatus())
                .isEqualTo(202);
        await().atMost(ofSeconds(30)).until(() -> read("hydra", OVERLAP).contains("+49 431 123456"));

        theOneWhoEnteredItSeesAllOfIt();
        whoEnteredItDecidesAlone();
        nobodyElseHearsOfIt();
        whenThePartnerJoinsTheNotesAreDropped();
        whatThePartnerSharesTakesOver();
    }

    private void theOneWhoEnteredItSeesAllOfIt() throws Exception {
        assertThat(JsonPath.<List<String>>read(
                        read("hydra", "/accounts/partnerships/hydra-noted/partner-accounts"), "$.items[*].fields.name"))
                .contains("Nur beim Partner KG");
        var summary = read("hydra", OFFLINE);
        assertThat(JsonPath.<Integer>read(summary, "$.accounts")).isEqualTo(4);
        assertThat(JsonPath.<Integer>read(summary, "$.overlap.PROSPECTS")).isEqualTo(1);
        assertThat(JsonPath.<List<String>>read(read("hydra", OFFLINE + "/notes"), "$.items[*].standing"))
                .containsExactly("NOTED");
        assertThat(JsonPath.<List<String>>read(read("hydra", OFFLINE + "/entered-accounts"), "$.items[*].account"))
                .containsExactly("N1", "N2", "N3", "N4");
        await().atMost(ofSeconds(30))
                .until(() -> outside.out("hydra").values().stream().anyMatch(CrmOut.AccountAligned.class::isInstance));
    }

    private void whoEnteredItDecidesAlone() throws Exception {
        var reviews = "/accounts/partnerships/hydra-noted/reviews";
        await().atMost(ofSeconds(30)).until(() -> read("hydra", reviews).contains("H2"));
        String review = JsonPath.read(read("hydra", reviews), "$.items[0].review");
        var verdict = """
                {"answer": "SAME_CUSTOMER", "reason": {"code": "KNOWN", "sentence": "We know them."}}""";
        var said = put(reviews + "/" + review + "/verdict").header("If-Match", "\"0\"");
        assertThat(send("hydra", said.contentType("application/json").content(verdict))
                        .getContentAsString())
                .contains("CONFIRMED");
        await().atMost(ofSeconds(30)).until(() -> read("hydra", OVERLAP).contains("H2"));
    }

    private void nobodyElseHearsOfIt() throws Exception {
        var never = read("phoenix", "/accounts/partnerships/none/overlap");
        for (var path : List.of(OVERLAP, OFFLINE, OFFLINE + "/notes", OFFLINE + "/entered-accounts")) {
            assertThat(read("phoenix", path)).isEqualTo(never);
        }
        assertThat(enter("phoenix", FILE).getContentAsString()).isEqualTo(never);
        assertThat(outside.read(Topics.ALIGNMENTS).values())
                .noneMatch(joint -> joint.partnership().equals(NOTED));
        assertThat(read("phoenix", "/accounts/accounts")).contains("\"items\":[]");
    }

    private void whenThePartnerJoinsTheNotesAreDropped() throws Exception {
        told(SUCCESSOR.sharing(1, SharingLevel.OVERLAPPING_ACCOUNTS, SharedField.NAME));
        told(noted(PHOENIX, SUCCESSOR.id()));
        await().atMost(ofSeconds(30)).until(() -> read("hydra", OVERLAP).contains("\"items\":[]"));
        await().atMost(ofSeconds(30)).untilAsserted(() -> {
            assertThat(tombstones()).hasSize(2);
            assertThat(JsonPath.<Map<String, Object>>read(read("hydra", OFFLINE), "$.claimed"))
                    .containsEntry("withdrawn", 2)
                    .containsEntry("standing", 0)
                    .containsEntry("by", "phoenix")
                    .containsEntry("successor", "hydra-phoenix");
        });
        assertThat(JsonPath.<List<String>>read(read("hydra", OFFLINE + "/notes"), "$.items[*].standing"))
                .containsExactly("NOT_FOUND_YET", "NOT_FOUND_YET");
        assertThat(enter("hydra", FILE).getContentAsString()).contains("CLAIMED");
        assertThat(read("phoenix", "/accounts/accounts")).contains("\"items\":[]");
        assertThat(read("phoenix", OFFLINE)).isEqualTo(read("phoenix", "/accounts/offline-partners/none"));
        assertThat(read("phoenix", "/accounts/partnerships/hydra-phoenix/overlap"))
                .contains("\"items\":[]");
    }

    private List<CrmOut> tombstones() {
        return outside.out("hydra").values().stream()
                .filter(record -> record instanceof CrmOut.Withdrawn withdrawn
                        && withdrawn.reason().code().equals("PARTNER_JOINED"))
                .toList();
    }

    private void whatThePartnerSharesTakesOver() throws Exception {
        outside.crm("phoenix", Crm.account("P7", "name", "Nordlicht Werke", "phone", "+49 30 777"));
        var overlap = "/accounts/partnerships/hydra-phoenix/overlap";
        await().atMost(ofSeconds(30)).until(() -> read("hydra", overlap).contains("H1"));
        String joint = JsonPath.read(read("hydra", overlap), "$.items[0].jointAccount");

        var notes = read("hydra", OFFLINE + "/notes");
        assertThat(JsonPath.<List<String>>read(notes, "$.items[?(@.ownAccount == 'H1')].continued.jointAccount"))
                .containsExactly(joint);
        assertThat(JsonPath.<List<String>>read(notes, "$.items[?(@.ownAccount == 'H2')].standing"))
                .containsExactly("NOT_FOUND_YET");
        // Of the real account what the partner shows, and of the note what was entered; neither goes into the other.
        assertThat(read("hydra", overlap)).doesNotContain("+49 30 777", "+49 431 123456", "N1");
        assertThat(notes).contains("+49 431 123456").doesNotContain("+49 30 777", "P7");
        assertThat(read("phoenix", overlap)).doesNotContain("N1", "+49 431 123456", "notedAccount");
    }

    private PartnershipChanged noted(@Nullable CompanyId claimedAs, @Nullable PartnershipId successor) {
        return new PartnershipChanged(
                NOTED,
                "Phoenix, some day",
                claimedAs == null ? Status.INVITED : Status.CANCELLED,
                List.of(HYDRA, PLACEHOLDER),
                List.of(),
                new Offline(PLACEHOLDER, HYDRA, claimedAs, successor));
    }

    private void told(PartnershipChanged partnership) {
        outside.platform(Topics.PARTNERSHIPS, partnership.partnership().value(), partnership);
    }

    private MockHttpServletResponse enter(String company, String file) throws Exception {
        return send(
                company,
                post(OFFLINE + "/imports")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType("text/csv")
                        .content(file));
    }

    private String read(String company, String path) throws Exception {
        return send(company, get(path)).getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse send(String company, MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.header("Authorization", Tokens.bearer(company, Role.ALLIANCE_MANAGER)))
                .andReturn()
                .getResponse();
    }
}
