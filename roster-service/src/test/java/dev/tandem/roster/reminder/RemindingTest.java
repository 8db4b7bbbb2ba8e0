package dev.tandem.roster.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.GoldenSample;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmOut.DecisionDue;
import dev.tandem.contracts.crm.CrmOut.Withdrawn;
import dev.tandem.kit.delivery.GoldenEvents;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import dev.tandem.roster.AgreedPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/// A company's systems are told once per stage what waits for its decision, and nothing of what the others said.
@NullMarked
class RemindingTest extends AgreedPair {
    private static final String SECRET = "Zyxwa stand";
    private static final String WHY = "{\"reason\": {\"code\": \"OK\", \"sentence\": \"As we said.\"}}";
    private static final String TERMS = """
            {"charter": {"mission": "One offer", "goals": ["Grow together"], "objectives": []},
             "engagement": [], "prevailing": [], "expenses": [], "limits": [], "orders": [], "contacts": [],
             "onboarding": [], "noticeDays": 30}
            """;

    @Autowired
    private Reminding reminding;

    @Value("${spring.kafka.bootstrap-servers}")
    private String brokers = "";

    private final Instant now = Instant.now();

    @Test
    void eachStageIsToldOnceAndEndsWithTheDefault() throws Exception {
        var resource = agreed("iris", "boreas", TERMS);
        var owner = owner(resource, "boreas");
        var decision = proposed(resource, "iris");

        stage("boreas", Duration.ZERO, 0);
        stage("boreas", Duration.ofDays(8), 1);
        stage("boreas", Duration.ofDays(8).plusHours(1), 1);
        stage("boreas", Duration.ofDays(10), 2);
        stage("boreas", Duration.ofDays(16), 3);
        stage("boreas", Duration.ofDays(17), 3);

        assertThat(due("boreas"))
                .extracting(DecisionDue::stage)
                .map(Enum::name)
                .containsExactly("DUE_SOON", "OVERDUE", "DEFAULTED");
        assertThat(due("boreas").get(1).decider()).hasToString(owner);
        assertThat(due("iris")).isEmpty();
        assertThat(due("boreas").toString()).doesNotContain(SECRET, "stand for both");
        fits(resource, decision, owner);
        reminding.remind(new CompanyId("boreas"), now.plus(Duration.ofDays(90)));
        await().untilAsserted(() -> assertThat(withdrawn("boreas")).isOne());
    }

    @Test
    void whatIsDecidedOrStopsCrossingIsTakenBack() throws Exception {
        var resource = agreed("notus", "eurus", TERMS);
        proposed(resource, "notus");
        var second = proposed(resource, "notus");
        stage("eurus", Duration.ofDays(8), 2);

        assertThat(post(manager("eurus"), second + "/approval", WHY)).hasStatusOk();
        reminding.remind(new CompanyId("eurus"), now.plus(Duration.ofDays(8)));
        await().untilAsserted(() -> assertThat(withdrawn("eurus")).isOne());

        assertThat(postCurrent(manager("notus"), resource, "/suspension", WHY)).hasStatusOk();
        await().untilAsserted(() -> assertThat(withdrawn("eurus")).isEqualTo(2));
        assertThat(due("eurus")).hasSize(2);
    }

    /// By then so many were told; a look that tells nothing new tells nothing.
    private void stage(String company, Duration later, int told) {
        reminding.remind(new CompanyId(company), now.plus(later));
        reminding.remind(new CompanyId(company), now.plus(later));
        await().untilAsserted(() -> assertThat(due(company)).hasSize(told));
    }

    private List<DecisionDue> due(String company) {
        return read(Topics.crmOut(new CompanyId(company))).stream()
                .filter(event ->
                        event.payload() instanceof DecisionDue due && due.kind().equals("DECISION"))
                .map(event -> (DecisionDue) event.payload())
                .toList();
    }

    private long withdrawn(String company) {
        return read(Topics.crmOut(new CompanyId(company))).stream()
                .filter(event -> event.key().startsWith("waiting/") && event.payload() instanceof Withdrawn)
                .count();
    }

    private String owner(String resource, String company) throws Exception {
        var rep = rep(company, "O1", "Orla Orr");
        var body = "{\"rep\": \"%s\", \"reason\": {\"code\": \"OK\", \"sentence\": \"She decides.\"}}".formatted(rep);
        assertThat(post(manager(company), resource + "/escalation-owner", body)).hasStatusOk();
        var orla = Tokens.bearerOf("O1", company, Role.ALLIANCE_MANAGER);
        assertThat(post(orla, resource + "/escalation-owner/acceptance", "")).hasStatusOk();
        return rep;
    }

    private String proposed(String resource, String company) throws Exception {
        var answer =
                post(manager(company), resource + "/decisions", """
                {"subject": "%s", "proposal": "A stand for both.", "deadline": "%s", "escalationDays": 5,
                 "byDefault": "REJECTED", "reason": {"code": "FAIR", "sentence": "It is in May."}}
                """.formatted(SECRET, now.plus(Duration.ofDays(10))));
        return resource + "/decisions/"
                + JsonPath.<String>read(answer.getResponse().getContentAsString(), "$.decision");
    }

    private void fits(String resource, String decision, String owner) {
        var overdue = due("boreas").get(1);
        var partnership = resource.substring(resource.lastIndexOf('/') + 1);
        var sample = GoldenSample.of("DecisionDue")
                .with("p-1", partnership)
                .with("item-1", overdue.item())
                .with("/roster/partnerships/p-1/decisions/decision-1", decision)
                .with("rep-bob", owner);
        var key = "waiting/" + partnership + "/" + overdue.item();
        new GoldenEvents(brokers, "roster")
                .assertSent(
                        Topics.crmOut(new CompanyId("boreas")), key, sample, List.of("/since", "/due", "/byDefault"));
    }
}
