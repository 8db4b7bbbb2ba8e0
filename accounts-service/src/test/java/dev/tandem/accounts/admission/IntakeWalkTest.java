package dev.tandem.accounts.admission;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.accounts.Alliance;
import dev.tandem.accounts.Outside;
import dev.tandem.accounts.Running;
import dev.tandem.accounts.admission.Intake.Admitted;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// What all parties read of how accounts are let in.
@Running
class IntakeWalkTest {
    private static final Alliance ALLIANCE = Alliance.of("hadar", "mimosa");
    private static final String BASE = "/accounts/partnerships/hadar-mimosa";

    @Value("${spring.kafka.bootstrap-servers}")
    private String brokers;

    @Autowired
    private MockMvc http;

    @Autowired
    private Intakes intakes;

    @Test
    void bothReadTheSameAndOnlyAPartnerReleases() throws Exception {
        try (var outside = new Outside(brokers)) {
            var state = ALLIANCE.sharing(1, SharingLevel.OVERLAPPING_ACCOUNTS, SharedField.NAME);
            outside.platform(Topics.PARTNERSHIPS, "hadar-mimosa", state);
            await().atMost(ofSeconds(30))
                    .until(() -> read("hadar", BASE + "/intake").contains("parties"));
        }
        var day = LocalDate.now(java.time.ZoneOffset.UTC);
        intakes.change(
                ALLIANCE.id(),
                ALLIANCE.one(),
                was -> was.admitted(new Admitted("1", 203, 203), new Intake.Room(203, 0, 0), day)
                        .on(day, each -> each.withdrawn(31)));
        read("hadar", BASE + "/overlap");
        for (int i = 0; i < 11; i++) {
            send("hadar", get(BASE + "/overlap/csv"), "");
        }
        await().atMost(ofSeconds(30))
                .until(() -> JsonPath.<List<Integer>>read(
                                read("mimosa", BASE + "/intake"), "$.parties[0].days[*].exports")
                        .contains(10));

        var seen = read("mimosa", BASE + "/intake");
        assertThat(seen).isEqualTo(read("hadar", BASE + "/intake")).doesNotContain("203", "31");
        assertThat(JsonPath.<List<String>>read(seen, "$.parties[0].notices[*].code"))
                .containsExactly("MOSTLY_BY_FILE", "WITHDRAWN_SOON");
        assertThat(JsonPath.<Integer>read(seen, "$.parties[0].days[0].byFile")).isEqualTo(200);

        var release = """
                {"company": "hadar", "accounts": 500, "reason": {"code": "MOVED", "sentence": "They moved to another CRM."}}""";
        assertThat(release("hadar", release).getContentAsString()).contains("NOT_A_PARTNER");
        assertThat(release("mimosa", release.replace("500", "0")).getStatus()).isEqualTo(400);
        assertThat(release("stranger", release).getStatus()).isEqualTo(404);
        var released = release("mimosa", release).getContentAsString();
        assertThat(JsonPath.<List<Integer>>read(released, "$.parties[0].releases[*].accounts"))
                .containsExactly(500);
        assertThat(read("stranger", BASE + "/intake")).isEqualTo(read("stranger", "/accounts/partnerships/no/intake"));
    }

    private MockHttpServletResponse release(String company, String body) throws Exception {
        var request = post(BASE + "/intake/releases")
                .header("Idempotency-Key", UUID.randomUUID().toString());
        return send(company, request, body);
    }

    private String read(String company, String path) throws Exception {
        return send(company, get(path), "").getContentAsString();
    }

    private MockHttpServletResponse send(String company, MockHttpServletRequestBuilder request, String body)
            throws Exception {
        return http.perform(request.header("Authorization", Tokens.bearer(company, Role.ALLIANCE_MANAGER))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse();
    }
}
