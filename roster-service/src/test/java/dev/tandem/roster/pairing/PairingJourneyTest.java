package dev.tandem.roster.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.GoldenSample;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.alignment.JointAccountChanged;
import dev.tandem.contracts.alignment.JointAccountChanged.Book;
import dev.tandem.contracts.alignment.JointAccountChanged.Member;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.kit.delivery.GoldenEvents;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import dev.tandem.roster.RosterTest;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// From joint accounts and rosters to agreed counterparts, over HTTP.
@NullMarked
class PairingJourneyTest extends RosterTest {
    private static final CompanyId YOYO = new CompanyId("yoyodyne");
    private static final CompanyId CYBER = new CompanyId("cyberdyne");
    private static final String WHY = "{\"reason\": {\"code\": \"START\", \"sentence\": \"A new year.\"}}";
    private static final String POLICY = """
            {"reason": {"code": "START", "sentence": "What we agreed on."},
             "sharing": {"rules": [
               {"party": "yoyodyne", "population": "CUSTOMERS", "level": "OVERLAPPING_ACCOUNTS", "fields": ["OWNER"]},
               {"party": "cyberdyne", "population": "CUSTOMERS", "level": "OVERLAPPING_ACCOUNTS", "fields": ["OWNER"]}]},
             "crediting": {"rules": [{"id": "revenue", "creditType": "REVENUE", "mode": "SPLIT",
               "model": {"@type": "Equal"}}]},
             "terms": {
               "charter": {"mission": "One offer", "goals": ["Grow together"], "objectives": []},
               "engagement": [], "prevailing": [], "expenses": [], "limits": [], "orders": [], "contacts": [],
               "onboarding": [{"id": "PRODUCT", "kind": "TRAINING", "sentence": "Knows both products."}],
               "noticeDays": 30}}
            """;

    @Value("${spring.kafka.bootstrap-servers}")
    private String brokers;

    private String resource = "";

    @Test
    void bothSidesConfirmWhoWorksWithWhomAndEachSeesOnlyWhatIsOffered() throws Exception {
        register("yoyodyne");
        register("cyberdyne");
        resource = invite();
        assertThat(post(manager("yoyodyne"), resource + "/pairing-proposals", WHY))
                .hasStatus(409);
        inForce();
        var ann = rep("yoyodyne", "Y1", "Ann Ash", "North");
        var bea = rep("yoyodyne", "Y2", "Bea Birch", "South");
        var cid = rep("cyberdyne", "C1", "Cid Cole", "South");
        var dan = rep("cyberdyne", "C2", "Dan Dale", "North");
        aligned(ann, cid);
        await().untilAsserted(() -> assertThat(get(manager("yoyodyne"), resource + "/counterparts"))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(1));

        offer("yoyodyne", "cyberdyne", "\"NAME\", \"TERRITORY\"");
        offer("cyberdyne", "yoyodyne", "\"TERRITORY\"");
        onlyWhoIsReadyIsPaired(List.of(ann, bea), List.of(cid, dan));
        assertThat(post(manager("yoyodyne"), resource + "/pairing-proposals", WHY))
                .hasStatus(201)
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"number": 2, "agreed": 0, "open": {"pairs": 3, "made": 3, "parted": 0,
                         "results": [{"one": "cyberdyne", "other": "yoyodyne", "worth": 220, "bound": 220}]}}
                        """);
        confirmed();
        seenAsOffered(ann, cid);
        toldAsTheSampleSays(ann, cid);
        overridden(bea, cid);
        assertThat(get(manager("yoyodyne"), resource + "/pairing-plan"))
                .bodyJson()
                .extractingPath("$.agreed")
                .isEqualTo(2);
        assertThat(get(manager("yoyodyne"), resource + "/roster-offers"))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(2);
        strangersFindNothing();

        leaves(cid);
        takenBack("pair/" + partnership() + "/" + ann + "/" + cid);
        counterpartIsTold(ann, dan);
        assertThat(get(manager("yoyodyne"), resource + "/pairs"))
                .bodyText()
                .doesNotContain(cid)
                .contains(dan);
        assertThat(postCurrent(manager("cyberdyne"), resource, "/suspension", WHY))
                .hasStatusOk();
        assertThat(get(manager("yoyodyne"), resource + "/pairs")).bodyJson().isStrictlyEqualTo("{\"items\": []}");
    }

    private void onlyWhoIsReadyIsPaired(List<String> yoyos, List<String> cybers) {
        assertThat(post(manager("yoyodyne"), resource + "/pairing-proposals", WHY))
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"number": 1, "open": {"pairs": 0, "gaps": [
                          {"because": {"code": "NOT_READY"}}, {"because": {"code": "NOT_READY"}}]}}
                        """);
        assertThat(tick("yoyodyne", yoyos.getFirst(), "UNHEARD_OF")).hasStatus(400);
        assertThat(tick("yoyodyne", cybers.getFirst(), "PRODUCT")).hasStatus(400);
        yoyos.forEach(rep -> assertThat(tick("yoyodyne", rep, "PRODUCT")).hasStatusOk());
        assertThat(get(manager("cyberdyne"), resource + "/onboarding"))
                .bodyJson()
                .extractingPath("$.items[*].ready")
                .isEqualTo(List.of(false, false));
        cybers.forEach(rep -> assertThat(tick("cyberdyne", rep, "PRODUCT")).hasStatusOk());
        assertThat(get(manager("passer-by"), resource + "/onboarding")).hasStatus(404);
    }

    private MvcTestResult tick(String company, String rep, String requirement) {
        return post(manager(company), resource + "/onboarding-ticks", """
                {"rep": "%s", "requirement": "%s", "done": true,
                 "reason": {"code": "COURSE", "sentence": "Attended in March."}}
                """.formatted(rep, requirement));
    }

    private void confirmed() {
        var confirmation = "{\"number\": 2}";
        assertThat(post(manager("yoyodyne"), resource + "/pairing-confirmations", confirmation))
                .bodyJson()
                .extractingPath("$.agreed")
                .isEqualTo(0);
        assertThat(get(manager("yoyodyne"), resource + "/pairs")).bodyJson().isStrictlyEqualTo("{\"items\": []}");
        assertThat(post(manager("cyberdyne"), resource + "/pairing-confirmations", confirmation))
                .bodyJson()
                .extractingPath("$.agreed")
                .isEqualTo(3);
        assertThat(post(manager("cyberdyne"), resource + "/pairing-confirmations", confirmation))
                .hasStatus(409);
    }

    /// Cyberdyne sees Yoyodyne's names, Yoyodyne none of Cyberdyne's.
    private void seenAsOffered(String ann, String cid) {
        assertThat(get(manager("cyberdyne"), resource + "/pairs")).bodyText().contains("Ann Ash", "Cid Cole");
        assertThat(get(manager("yoyodyne"), resource + "/pairs?limit=1"))
                .bodyText()
                .doesNotContain("Cid Cole", "Dan Dale");
        assertThat(get(Tokens.bearerOf("Y1", "yoyodyne", Role.REP), "/roster/me/pairs"))
                .bodyText()
                .contains(ann, cid, "SHARED_ACCOUNTS")
                .doesNotContain("Cid Cole", "Bea Birch");
    }

    /// Cyberdyne's systems, to which Yoyodyne offers names.
    private void toldAsTheSampleSays(String ann, String cid) {
        var sample = GoldenSample.of("PairAgreed")
                .with("p-1", partnership())
                .with("aurora", "yoyodyne")
                .with("rep-ann", ann)
                .with("rep-bob", cid)
                .with("u-9", "C1");
        await().untilAsserted(() -> new GoldenEvents(brokers, "roster")
                .assertSent(
                        Topics.crmOut(CYBER),
                        "pair/" + partnership() + "/" + cid + "/" + ann,
                        sample,
                        List.of("/fields", "/because")));
        assertThat(read(Topics.crmOut(YOYO)).stream()
                        .filter(event -> event.key().startsWith("pair/")))
                .isNotEmpty()
                .allMatch(event -> !event.payload().toString().contains("Cid Cole"));
    }

    private void takenBack(String key) {
        await().untilAsserted(() -> assertThat(read(Topics.crmOut(YOYO)).stream()
                        .filter(event -> event.key().equals(key))
                        .map(event -> event.payload().getClass().getSimpleName()))
                .startsWith("PairAgreed")
                .endsWith("Withdrawn"));
    }

    private String partnership() {
        return resource.substring(resource.lastIndexOf('/') + 1);
    }

    private void overridden(String bea, String cid) {
        var body = """
                {"own": "%s", "partner": {"company": "cyberdyne", "rep": "%s"}, "together": false,
                 "reason": {"code": "CONFLICT", "sentence": "They were competitors last year."}}
                """;
        assertThat(post(manager("yoyodyne"), resource + "/pairing-overrides", body.formatted(bea, cid)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.agreed")
                .isEqualTo(2);
        assertThat(post(manager("yoyodyne"), resource + "/pairing-overrides", body.formatted(bea, "nobody")))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.violations[0].rule")
                .isEqualTo("NOT_OFFERED");
    }

    /// Cid owned the account; Ann's other counterpart covers it now, and her side's systems know.
    private void counterpartIsTold(String ann, String dan) {
        await().untilAsserted(() -> assertThat(get(manager("yoyodyne"), resource + "/counterparts"))
                .bodyJson()
                .extractingPath("$.items[0].counterparts[*].rep")
                .asArray()
                .containsExactlyInAnyOrder(ann, dan));
        await().untilAsserted(() -> assertThat(read(Topics.crmOut(YOYO)).stream()
                        .filter(event -> event.key().equals("counterparts/j-yoyo"))
                        .map(event -> event.payload().toString())
                        .reduce("", (_, last) -> last))
                .contains(dan, "COUNTERPART_OF_OWNER"));
    }

    private void strangersFindNothing() {
        for (var path : List.of("/pairing-plan", "/pairs")) {
            assertThat(get(manager("passer-by"), resource + path)).hasStatus(404);
        }
        for (var path : List.of("/pairing-proposals", "/pairing-confirmations", "/pairing-overrides")) {
            assertThat(post(manager("passer-by"), resource + path, WHY)).hasStatus(404);
        }
    }

    private void offer(String company, String to, String fields) {
        assertThat(post(manager(company), resource + "/roster-offers", """
                        {"fields": [%s], "reason": {"code": "START", "sentence": "Those who work with you."}}
                        """.formatted(fields)))
                .hasStatus(201);
        assertThat(post(manager(to), resource + "/roster-answers", """
                        {"company": "%s", "version": 1, "verdict": "ACCEPTED",
                         "reason": {"code": "OK", "sentence": "As agreed."}}
                        """.formatted(company)))
                .hasStatusOk();
    }

    private String rep(String company, String user, String name, String territory) throws Exception {
        var body = """
                {"crmUser": "%s", "name": "%s", "territory": "%s"}
                """.formatted(user, name, territory);
        var answer = post(Tokens.bearer(company, Role.ADMIN), "/roster/reps", body);
        return JsonPath.read(answer.getResponse().getContentAsString(), "$.rep");
    }

    private void leaves(String rep) {
        var path = "/roster/reps/" + rep;
        var admin = Tokens.bearer("cyberdyne", Role.ADMIN);
        var etag = get(admin, path).getResponse().getHeader("ETag");
        var left = "{\"name\": \"Cid Cole\", \"active\": false}";
        assertThat(send(HttpMethod.PUT, admin, path, "k", etag, left)).hasStatusOk();
    }

    private void aligned(String ann, String cid) {
        var joint = new JointAccountId("j-yoyo");
        var members = List.of(
                new Member(new AccountRef(YOYO, new CrmId("YA")), 1, new RepId(ann), Population.CUSTOMERS),
                new Member(new AccountRef(CYBER, new CrmId("CA")), 1, new RepId(cid), Population.CUSTOMERS));
        var id = new PartnershipId(partnership());
        write(Topics.ALIGNMENTS, joint.value(), 1, new JointAccountChanged(joint, id, members, Book.NOT_IN_BOOK));
    }

    private String invite() throws Exception {
        var invited = post(manager("yoyodyne"), "/roster/partnerships", """
                {"name": "Both", "with": ["cyberdyne"], "reason": {"code": "GROWTH", "sentence": "Customers."}}
                """);
        var path = "/roster/partnerships/" + JsonPath.read(invited.getResponse().getContentAsString(), "$.partnership");
        postCurrent(manager("cyberdyne"), path, "/acceptance", "");
        return path;
    }

    private void inForce() {
        stateFit(resource, "yoyodyne", "cyberdyne");
        postCurrent(manager("yoyodyne"), resource, "/revisions", POLICY);
        postCurrent(manager("yoyodyne"), resource, "/revisions/1/signature", "");
        assertThat(postCurrent(manager("cyberdyne"), resource, "/revisions/1/signature", ""))
                .hasStatusOk();
    }
}
