package dev.tandem.roster.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.alignment.JointAccountChanged;
import dev.tandem.contracts.alignment.JointAccountChanged.Book;
import dev.tandem.contracts.alignment.JointAccountChanged.Member;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import dev.tandem.roster.AgreedPair;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Two companies work on one opportunity, each in a record of its own, and cite their playbook.
@NullMarked
class EngagementJourneyTest extends AgreedPair {
    private static final CompanyId ELM = new CompanyId("elm");
    private static final CompanyId OAK = new CompanyId("oak");
    private static final JointAccountId JOINT = new JointAccountId("j-elm");
    private static final String ANN = Tokens.bearerOf("E1", "elm", Role.REP);
    private static final String IDA = Tokens.bearerOf("E2", "elm", Role.REP);
    private static final String WHY = "{\"reason\": {\"code\": \"OK\", \"sentence\": \"As we said.\"}}";
    private static final String TERMS = """
            {"charter": {"mission": "One offer", "goals": ["Grow together"], "objectives": []},
             "engagement": [], "prevailing": [], "expenses": [], "limits": [], "orders": [], "contacts": [],
             "onboarding": [], "noticeDays": 30}
            """;

    private String resource = "";

    @Test
    void eachPartyMovesItsOwnRecordCitesThePlaybookAndSeesOfTheOtherASnapshot() throws Exception {
        resource = agreed("elm", "oak", TERMS);
        aligned();
        var opened = post(ANN, resource + "/engagements", record("j-elm", "O-SECRET-1", "EXPLORING"));
        assertThat(opened).hasStatus(201);
        var engagement = resource + "/engagements/" + text(opened, "$.engagement");
        assertThat(get(IDA, engagement)).hasStatus(404);
        assertThat(post(IDA, resource + "/engagements", record("j-elm", "O-2", "EXPLORING")))
                .hasStatus(400);
        assertThat(post(manager("elm"), resource + "/engagements", record("j-none", "O-2", "EXPLORING")))
                .hasStatus(400);
        assertThat(get(manager("passer-by"), engagement)).hasStatus(404);
        assertThat(get(manager("oak"), engagement))
                .bodyText()
                .contains("EXPLORING", "\"openedBy\":\"elm\"")
                .doesNotContain("O-SECRET-1");

        var entry = entry("oak", "EVERYBODY");
        assertThat(cite("oak", engagement, entry, 1)).hasStatus(409);
        assertThat(post(manager("oak"), engagement + "/stage", moved("QUALIFIED")))
                .hasStatusOk();
        assertThat(cite("oak", engagement, entry, 2)).hasStatus(409);
        assertThat(cite("oak", engagement, "none", 1)).hasStatus(400);
        assertThat(cite("oak", engagement, entry, 1)).hasStatusOk();
        assertThat(cite("elm", engagement, entry, 1)).hasStatusOk();
        assertThat(get(ANN, engagement))
                .bodyJson()
                .extractingPath("$.others[0].citations[*].title")
                .isEqualTo(List.of("Who supports it?"));
        assertThat(citedBy("elm", entry)).isEqualTo(1);
        assertThat(get(manager("elm"), resource + "/engagements"))
                .bodyJson()
                .extractingPath("$.items[*].own.opportunity")
                .isEqualTo(List.of("O-SECRET-1"));
        whatIsRecalledIsCitedNoMore(engagement, entry);
        closedStaysClosed(engagement);
        nothingCrossesWhileItIsSuspended(engagement);
    }

    private void whatIsRecalledIsCitedNoMore(String engagement, String entry) throws Exception {
        var managers = entry("oak", "MANAGERS");
        assertThat(cite("oak", engagement, managers, 1)).hasStatusOk();
        assertThat(get(ANN, engagement))
                .bodyJson()
                .extractingPath("$.others[0].citations[*].entry")
                .isEqualTo(List.of(entry));
        assertThat(get(manager("elm"), engagement)).bodyText().contains(managers);
        assertThat(post(ANN, engagement + "/citations", citation(managers, 1))).hasStatus(400);

        var taken = "{\"entry\": \"%s\", \"reason\": {\"code\": \"WRONG\", \"sentence\": \"Not that one.\"}}"
                .formatted(managers);
        assertThat(post(manager("oak"), engagement + "/citation-withdrawals", taken))
                .hasStatusOk();
        assertThat(post(manager("oak"), engagement + "/citation-withdrawals", taken))
                .hasStatus(409);
        assertThat(get(manager("elm"), engagement)).bodyText().doesNotContain(managers);
        assertThat(post(manager("oak"), resource + "/playbook/" + entry + "/withdrawal", WHY))
                .hasStatusOk();
        for (var company : List.of("elm", "oak")) {
            assertThat(get(manager(company), engagement)).bodyText().doesNotContain(entry);
        }
    }

    private void closedStaysClosed(String engagement) {
        assertThat(post(manager("oak"), engagement + "/stage", moved("WON"))).hasStatusOk();
        assertThat(post(manager("oak"), engagement + "/stage", moved("LOST")))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"code\": \"NOT_ALLOWED_NOW\"}");
        assertThat(post(manager("elm"), engagement + "/stage", moved("EXPLORING")))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.allowed")
                .isEqualTo(List.of("QUALIFIED", "PROPOSED", "NEGOTIATING", "WON", "LOST"));
    }

    private void nothingCrossesWhileItIsSuspended(String engagement) {
        assertThat(postCurrent(manager("oak"), resource, "/suspension", WHY)).hasStatusOk();
        assertThat(get(manager("elm"), engagement))
                .bodyJson()
                .isLenientlyEqualTo("{\"own\": {\"stage\": \"EXPLORING\"}, \"others\": []}");
        assertThat(post(manager("elm"), engagement + "/stage", moved("WON"))).hasStatus(409);
    }

    private static String record(String joint, String opportunity, String stage) {
        return """
                {"jointAccount": "%s", "opportunity": "%s", "stage": "%s",
                 "reason": {"code": "TENDER", "sentence": "They ask for both products."}}
                """.formatted(joint, opportunity, stage);
    }

    private static String moved(String stage) {
        return """
                {"opportunity": "OP-7", "stage": "%s",
                 "reason": {"code": "BUDGET", "sentence": "The budget is released."}}
                """.formatted(stage);
    }

    private MvcTestResult cite(String company, String engagement, String entry, int revision) {
        return post(manager(company), engagement + "/citations", citation(entry, revision));
    }

    private static String citation(String entry, int revision) {
        return """
                {"entry": "%s", "revision": %d, "reason": {"code": "ASKED", "sentence": "They asked just this."}}
                """.formatted(entry, revision);
    }

    private String entry(String company, String audience) throws Exception {
        var body = """
                {"entry": {"kind": "ANSWER", "title": "Who supports it?", "text": "Both do.", "audience": "%s",
                   "reviewBy": "%s"}, "reason": {"code": "ASKED", "sentence": "Customers ask it."}}
                """.formatted(audience, LocalDate.now(ZoneOffset.UTC).plusDays(30));
        return text(post(manager(company), resource + "/playbook", body), "$.id");
    }

    private int citedBy(String company, String entry) throws Exception {
        return JsonPath.read(
                get(manager(company), resource + "/playbook/" + entry)
                        .getResponse()
                        .getContentAsString(),
                "$.citedBy");
    }

    private void aligned() throws Exception {
        var ann = new RepId(rep("elm", "E1", "Ann Ash"));
        rep("elm", "E2", "Ida Ivy");
        var sam = new RepId(rep("oak", "K1", "Sam Sow"));
        var members = List.of(
                new Member(new AccountRef(ELM, new CrmId("EA")), 1, ann, Population.CUSTOMERS),
                new Member(new AccountRef(OAK, new CrmId("OA")), 1, sam, Population.CUSTOMERS));
        var partnership = new PartnershipId(resource.substring(resource.lastIndexOf('/') + 1));
        write(
                Topics.ALIGNMENTS,
                JOINT.value(),
                1,
                new JointAccountChanged(JOINT, partnership, members, Book.NOT_IN_BOOK));
        await().untilAsserted(() ->
                assertThat(get(ANN, "/roster/me/counterparts")).bodyText().contains("j-elm"));
    }

    private static String text(MvcTestResult answer, String path) throws Exception {
        return JsonPath.read(answer.getResponse().getContentAsString(), path);
    }
}
