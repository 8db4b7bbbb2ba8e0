package dev.tandem.roster.briefing;

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
import dev.tandem.roster.RosterTest;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class BriefingTest extends RosterTest {
    private static final CompanyId ONE = new CompanyId("vandelay");
    private static final CompanyId OTHER = new CompanyId("kramerica");
    private static final String ANN = Tokens.bearerOf("V1", "vandelay", Role.REP);
    private static final String BOSS = Tokens.bearerOf("V9", "vandelay", Role.REP);

    private String resource = "";

    @Test
    void aMappedRepReadsWhatMustBeKnownSaysSoAndOnlyTheOwnManagersSeeWhoHasNot() throws Exception {
        register("vandelay");
        register("kramerica");
        resource = invite();
        var ann = rep("vandelay", "V1", "Ann Ash", "V9");
        rep("vandelay", "V2", "Idle Ida", "V9");
        rep("vandelay", "V9", "Boss Bea", "");
        var sam = rep("kramerica", "K1", "Sam Sow", "");
        assertThat(get(ANN, resource + "/briefing")).hasStatus(409);
        agreed(1, sam);
        aligned(ann, sam);
        await().untilAsserted(() -> assertThat(get(ANN, resource + "/briefing")).hasStatusOk());

        assertThat(get(ANN, resource + "/briefing?jointAccount=j-vandelay"))
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"revision": 1,
                         "parties": [
                           {"company": "kramerica", "orderSteps": ["Send the form", "Wait for a call"],
                            "contacts": [{"topic": "ORDERS", "rep": "%s", "fields": {}, "there": true}]},
                           {"company": "vandelay", "orderSteps": [], "contacts": []}],
                         "engagement": [{"id": "ONE_VOICE", "sentence": "One offer."}],
                         "limits": [{"country": "DE", "subject": "Gifts", "sentence": "None above 35 EUR."}]}
                        """.formatted(sam));
        whoHasNoBusinessWithItFindsNothing();

        assertThat(missing(BOSS)).containsExactly("Ann Ash");
        assertThat(acknowledged(2)).isEqualTo(409);
        assertThat(acknowledged(1)).isEqualTo(200);
        assertThat(missing(BOSS)).isEmpty();
        assertThat(missing(manager("vandelay"))).isEmpty();
        assertThat(get(ANN, resource + "/briefing")).bodyText().contains("acknowledgedAt");

        agreed(2, sam);
        assertThat(missing(BOSS)).containsExactly("Ann Ash");
        assertThat(get(ANN, resource + "/briefing")).bodyText().doesNotContain("acknowledgedAt");
    }

    private void whoHasNoBusinessWithItFindsNothing() throws Exception {
        var idle = Tokens.bearerOf("V2", "vandelay", Role.REP);
        assertThat(get(idle, resource + "/briefing")).hasStatus(404);
        assertThat(get(ANN, resource + "/briefing?jointAccount=j-none")).hasStatus(404);
        assertThat(get(manager("passer-by"), resource + "/briefing")).hasStatus(404);
        assertThat(get(manager("passer-by"), resource + "/briefing-acknowledgements"))
                .hasStatus(404);
        assertThat(get(Tokens.bearer("vandelay", Role.FINANCE), resource + "/briefing"))
                .hasStatus(403);
        assertThat(missing(idle)).isEmpty();
        assertThat(missing(manager("kramerica"))).containsExactly("Sam Sow");
        assertThat(post(manager("vandelay"), resource + "/briefing-acknowledgements", "{\"revision\": 1}"))
                .hasStatus(403);
    }

    private int acknowledged(int revision) {
        return post(ANN, resource + "/briefing-acknowledgements", "{\"revision\": " + revision + "}")
                .getResponse()
                .getStatus();
    }

    private List<String> missing(String token) throws Exception {
        var answer = get(token, resource + "/briefing-acknowledgements?missing=true");
        return JsonPath.read(answer.getResponse().getContentAsString(), "$.items[*].name");
    }

    private void agreed(int revision, String contact) {
        if (revision == 1) {
            stateFit(resource, "vandelay", "kramerica");
        }
        postCurrent(manager("vandelay"), resource, "/revisions", """
                {"reason": {"code": "START", "sentence": "What we agreed on."},
                 "sharing": {"rules": [
                   {"party": "vandelay", "population": "CUSTOMERS", "level": "OVERLAPPING_ACCOUNTS", "fields": ["NAME"]},
                   {"party": "kramerica", "population": "CUSTOMERS", "level": "OVERLAPPING_ACCOUNTS",
                    "fields": ["NAME"]}]},
                 "crediting": {"rules": [{"id": "revenue", "creditType": "REVENUE", "mode": "SPLIT",
                   "model": {"@type": "Equal"}}]},
                 "terms": {
                   "charter": {"mission": "One offer", "goals": ["Grow together"], "objectives": []},
                   "engagement": [{"id": "ONE_VOICE", "sentence": "One offer."}], "prevailing": [], "expenses": [],
                   "limits": [{"country": "DE", "subject": "Gifts", "sentence": "None above 35 EUR."}],
                   "orders": [{"party": "kramerica", "steps": ["Send the form", "Wait for a call"]}],
                   "contacts": [{"party": "kramerica", "topic": "ORDERS", "rep": "%s"}],
                   "onboarding": [], "noticeDays": 30}}
                """.formatted(contact));
        postCurrent(manager("vandelay"), resource, "/revisions/" + revision + "/signature", "");
        assertThat(postCurrent(manager("kramerica"), resource, "/revisions/" + revision + "/signature", ""))
                .hasStatusOk();
    }

    private void aligned(String own, String partner) {
        var joint = new JointAccountId("j-vandelay");
        var members = List.of(
                new Member(new AccountRef(ONE, new CrmId("VA")), 1, new RepId(own), Population.CUSTOMERS),
                new Member(new AccountRef(OTHER, new CrmId("KA")), 1, new RepId(partner), Population.CUSTOMERS));
        var id = new PartnershipId(resource.substring(resource.lastIndexOf('/') + 1));
        write(Topics.ALIGNMENTS, joint.value(), 1, new JointAccountChanged(joint, id, members, Book.NOT_IN_BOOK));
    }

    private String rep(String company, String user, String name, String manager) throws Exception {
        var body = """
                {"crmUser": "%s", "name": "%s", "profile": {"managerUser": "%s"}}
                """.formatted(user, name, manager);
        var answer = post(Tokens.bearer(company, Role.ADMIN), "/roster/reps", body);
        return JsonPath.read(answer.getResponse().getContentAsString(), "$.rep");
    }

    private String invite() throws Exception {
        var invited = post(manager("vandelay"), "/roster/partnerships", """
                {"name": "Both", "with": ["kramerica"], "reason": {"code": "GROWTH", "sentence": "Customers."}}
                """);
        var path = "/roster/partnerships/" + JsonPath.read(invited.getResponse().getContentAsString(), "$.partnership");
        postCurrent(manager("kramerica"), path, "/acceptance", "");
        return path;
    }
}
