package dev.tandem.roster.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.GoldenSample;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.crm.CrmOut.JointAward;
import dev.tandem.contracts.crm.CrmOut.Withdrawn;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.kit.delivery.GoldenEvents;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import dev.tandem.roster.AgreedPair;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// From a joint activity to recognition, to a goal that is reached, and to an award, over HTTP.
@NullMarked
class TeamJourneyTest extends AgreedPair {
    private static final CompanyId RHEA = new CompanyId("rhea");
    private static final String WHY = "{\"reason\": {\"code\": \"OK\", \"sentence\": \"As we said.\"}}";
    private static final String TERMS = """
            {"charter": {"mission": "One offer", "goals": ["Grow together"], "objectives": []},
             "engagement": [], "prevailing": [], "expenses": [], "limits": [], "orders": [], "contacts": [],
             "onboarding": [], "noticeDays": 30}
            """;

    private final Instant start = Instant.now().minus(Duration.ofHours(2));
    private final YearMonth month = YearMonth.from(start.atZone(ZoneOffset.UTC));

    @Value("${spring.kafka.bootstrap-servers}")
    private String brokers = "";

    @Test
    void teamsAreRecognisedAndAwardedTogether() throws Exception {
        var resource = agreed("rhea", "kronos", TERMS);
        var ray = rep("rhea", "u-7", "Ray Reed");
        var kit = rep("kronos", "K1", "Kit Kern");
        var activity = activity(resource, ray, kit);
        recognised(resource, activity, kit);
        reached(resource);
        awarded(resource, ray, kit);
    }

    private String activity(String resource, String ray, String kit) throws Exception {
        var reported = post(manager("rhea"), resource + "/activities", """
                {"kind": "INTRODUCTION", "start": "%s", "minutes": 30,
                 "attended": [{"rep": "%s", "act": "INTRODUCED"}], "invited": ["kronos"], "evidence": ["mail 1"],
                 "reason": {"code": "MET", "sentence": "We introduced you."}}
                """.formatted(start, ray));
        var activity = text(reported, "$.activity");
        var path = resource + "/activities/" + activity;
        assertThat(post(manager("kronos"), path + "/confirmation", """
                        {"attended": [{"rep": "%s", "act": "ATTENDED"}],
                         "reason": {"code": "MET", "sentence": "So it was."}}
                        """.formatted(kit)))
                .hasStatusOk();
        await().untilAsserted(() ->
                assertThat(get(manager("rhea"), path)).bodyJson().isLenientlyEqualTo("{\"passed\": true}"));
        return activity;
    }

    private void recognised(String resource, String activity, String kit) throws Exception {
        var ray = Tokens.bearerOf("u-7", "rhea", Role.REP);
        assertThat(post(ray, resource + "/recognitions", recognition("kronos", kit, "none")))
                .hasStatus(400);
        assertThat(post(manager("kronos"), resource + "/recognitions", recognition("kronos", kit, activity)))
                .hasStatus(400);
        var said = post(ray, resource + "/recognitions", recognition("kronos", kit, activity));
        assertThat(said).hasStatus(201);
        var answer = resource + "/recognition-answers";
        var yes = """
                {"recognition": "%s", "confirmed": true, "reason": {"code": "SEEN", "sentence": "I saw it."}}
                """.formatted(text(said, "$.recognition"));
        assertThat(post(manager("rhea"), answer, yes)).hasStatus(409);
        assertThat(post(manager("passer-by"), answer, yes)).hasStatus(404);
        assertThat(post(manager("kronos"), answer, yes)).hasStatusOk();
        assertThat(get(Tokens.bearerOf("K1", "kronos", Role.REP), "/roster/me/recognitions"))
                .bodyJson()
                .isLenientlyEqualTo("{\"items\": [{\"from\": \"rhea\", \"behaviour\": \"SHARED_KNOWLEDGE\"}]}")
                .doesNotHavePath("$.items[0].without");
        assertThat(get(ray, "/roster/me/recognitions")).bodyJson().isStrictlyEqualTo("{\"items\": []}");
        assertThat(get(manager("rhea"), resource + "/recognised-teams?period=" + month))
                .bodyJson()
                .extractingPath("$.items[*].suppressed.code")
                .isEqualTo(List.of("FEWER_THAN_FIVE", "FEWER_THAN_FIVE"));
    }

    private static String recognition(String company, String rep, String activity) {
        return """
                {"company": "%s", "rep": "%s", "behaviour": "SHARED_KNOWLEDGE", "activity": "%s",
                 "reason": {"code": "HELPED", "sentence": "Knew the answer."}}
                """.formatted(company, rep, activity);
    }

    private void reached(String resource) throws Exception {
        var leading = "{\"id\": \"met\", \"what\": \"ACTIVITIES\", \"target\": 2}";
        assertThat(post(manager("rhea"), resource + "/team-goals", goal(leading)))
                .hasStatus(400);
        var measures =
                leading + ", {\"id\": \"won\", \"what\": \"DEAL_AMOUNT\", \"target\": 1000, \"currency\": \"USD\"}";
        var proposed = post(manager("rhea"), resource + "/team-goals", goal(measures));
        assertThat(proposed).hasStatus(201);
        var goal = resource + "/team-goals/" + text(proposed, "$.goal");
        assertThat(post(manager("rhea"), goal + "/agreement", WHY)).hasStatus(409);
        assertThat(post(manager("passer-by"), goal + "/agreement", WHY)).hasStatus(404);
        assertThat(post(manager("kronos"), goal + "/agreement", WHY)).hasStatusOk();
        var partnership = resource.substring(resource.lastIndexOf('/') + 1);
        var deal = GoldenSample.of("DealChanged")
                .with("d-1", "d-kronos")
                .with("p-1", partnership)
                .with("2026-02-28", LocalDate.ofInstant(start, ZoneOffset.UTC).toString());
        new GoldenEvents(brokers, "accounts")
                .send(Topics.DEALS, deal.as(DealChanged.class).deal().value(), 1, deal);
        for (var company : List.of("rhea", "kronos")) {
            await().untilAsserted(() -> assertThat(get(manager(company), resource + "/team-goals"))
                    .bodyJson()
                    .isLenientlyEqualTo("""
                            {"items": [{"status": "AGREED", "progress": [
                              {"measure": "met", "kind": "LEADING", "reached": 1, "percent": 50},
                              {"measure": "won", "kind": "LAGGING", "reached": 1234, "percent": 123}]}]}
                            """));
        }
    }

    private String goal(String measures) {
        return """
                {"title": "North", "from": "%s", "through": "%s", "measures": [%s],
                 "reason": {"code": "GROW", "sentence": "Together."}}
                """.formatted(month, month, measures);
    }

    @Test
    void eachManagementTakesBackAnAwardAndEndsAGoal() throws Exception {
        var resource = agreed("leto", "coeus", TERMS);
        var lea = rep("leto", "L1", "Lea Lund");
        var cal = rep("coeus", "C1", "Cal Cole");
        offer(resource, "coeus", "leto");
        var award = award(lea, cal).replace("rhea", "leto").replace("kronos", "coeus");
        assertThat(post(manager("leto"), resource + "/award-proposals", award)).hasStatus(201);
        var back = "{\"period\": \"2026-02\", \"reason\": {\"code\": \"NO\", \"sentence\": \"It was not theirs.\"}}";

        assertThat(post(manager("coeus"), resource + "/award-withdrawals", back))
                .bodyJson()
                .isLenientlyEqualTo("{\"status\": \"WITHDRAWN\", \"allowed\": []}");
        assertThat(post(manager("leto"), resource + "/award-withdrawals", back)).hasStatus(409);
        assertThat(read(Topics.crmOut(new CompanyId("leto"))))
                .noneMatch(event -> event.payload() instanceof JointAward);

        var measures = "{\"id\": \"met\", \"what\": \"ACTIVITIES\", \"target\": 2},"
                + " {\"id\": \"won\", \"what\": \"DEALS_WON\", \"target\": 2}";
        var goal = resource + "/team-goals/"
                + text(post(manager("leto"), resource + "/team-goals", goal(measures)), "$.goal");
        assertThat(post(manager("coeus"), goal + "/ending", WHY))
                .bodyJson()
                .isLenientlyEqualTo("{\"status\": \"ENDED\", \"allowed\": []}");
        assertThat(post(manager("leto"), goal + "/ending", WHY)).hasStatus(409);
    }

    private void awarded(String resource, String ray, String kit) {
        assertThat(post(manager("rhea"), resource + "/award-proposals", award(ray, kit)))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.violations[0].rule")
                .isEqualTo("NOT_KNOWN");
        offer(resource, "kronos", "rhea");
        assertThat(post(manager("rhea"), resource + "/award-proposals", award(ray, kit)))
                .hasStatus(201);
        assertThat(post(manager("rhea"), resource + "/award-proposals", award(ray, kit)))
                .hasStatus(409);
        var confirmation = "{\"period\": \"2026-02\", \"reason\": {\"code\": \"OK\", \"sentence\": \"Well done.\"}}";
        assertThat(post(manager("rhea"), resource + "/award-confirmations", confirmation))
                .hasStatus(409);
        assertThat(post(manager("kronos"), resource + "/award-confirmations", confirmation))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("PUBLISHED");
        var partnership = resource.substring(resource.lastIndexOf('/') + 1);
        var key = "award/" + partnership + "/2026-02";
        var sample = GoldenSample.of("JointAward")
                .with("p-1", partnership)
                .with("aurora", "rhea")
                .with("borealis", "kronos")
                .with("rep-ann", ray)
                .with("rep-bob", kit);
        await().untilAsserted(() ->
                new GoldenEvents(brokers, "roster").assertSent(Topics.crmOut(RHEA), key, sample, List.of()));
        forgotten(key, ray);
        assertThat(postCurrent(manager("kronos"), resource, "/suspension", WHY)).hasStatusOk();
        await().untilAsserted(() -> assertThat(read(Topics.crmOut(RHEA)))
                .anyMatch(event -> event.key().equals(key) && event.payload() instanceof Withdrawn));
        assertThat(get(manager("rhea"), resource + "/awards")).bodyJson().isStrictlyEqualTo("{\"items\": []}");
        assertThat(get(manager("rhea"), resource + "/team-goals")).bodyJson().isStrictlyEqualTo("{\"items\": []}");
    }

    /// The own systems are told the award again, without the id of the CRM.
    private void forgotten(String key, String ray) {
        write(Topics.crmPeopleIn(RHEA), "u-7", 0, null);
        await().untilAsserted(() -> assertThat(read(Topics.crmOut(RHEA)).stream()
                        .filter(event -> event.key().equals(key))
                        .reduce((_, last) -> last))
                .hasValueSatisfying(event ->
                        assertThat(event.payload().toString()).contains(ray).doesNotContain("u-7")));
        assertThat(get(Tokens.bearer("rhea", Role.ADMIN), "/roster/reps/" + ray + "/traces"))
                .bodyJson()
                .extractingPath("$.traces[?(@.place=~/.*awards.*/)].state")
                .isEqualTo(List.of("ERASED"));
    }

    private void offer(String resource, String company, String partner) {
        assertThat(post(manager(company), resource + "/roster-offers", """
                        {"fields": ["ROLE"], "reason": {"code": "START", "sentence": "Those who work with you."}}
                        """)).hasStatus(201);
        assertThat(post(manager(partner), resource + "/roster-answers", """
                        {"company": "%s", "version": 1, "verdict": "ACCEPTED",
                         "reason": {"code": "OK", "sentence": "As agreed."}}
                        """.formatted(company)))
                .hasStatusOk();
    }

    private static String award(String ray, String kit) {
        return """
                {"period": "2026-02", "title": "Team of the month", "teams": [{"name": "North", "members": [
                   {"company": "rhea", "rep": "%s"}, {"company": "kronos", "rep": "%s"}]}],
                 "evidence": ["goal north: 112 %%"], "reason": {"code": "PLAN", "sentence": "Both want it so."}}
                """.formatted(ray, kit);
    }

    private static String text(MvcTestResult answer, String path) throws Exception {
        return JsonPath.read(answer.getResponse().getContentAsString(), path);
    }
}
