package dev.tandem.roster.governance;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import dev.tandem.roster.AgreedPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// What waits for whom, from the invitation to joint decisions, over HTTP.
@NullMarked
class QueueJourneyTest extends AgreedPair {
    private static final String WHY = "{\"reason\": {\"code\": \"OK\", \"sentence\": \"As we said.\"}}";
    private static final String TERMS = """
            {"charter": {"mission": "One offer", "goals": ["Grow together"], "objectives": []},
             "engagement": [], "prevailing": [], "expenses": [], "limits": [], "orders": [], "contacts": [],
             "onboarding": [], "noticeDays": 30}
            """;

    @Test
    void everythingThatWaitsForSomebodyIsInThatPersonsQueueAlone() throws Exception {
        var resource = agreed("ares", "zeus", TERMS);
        var ann = rep("ares", "A1", "Ann Ash");
        assertThat(kinds("ares")).isEmpty();
        assertThat(kinds("zeus")).isEmpty();

        postCurrent(manager("ares"), resource, "/revisions", policyAgain());
        offerRoster(resource);
        report(resource, ann);
        assertThat(post(manager("ares"), resource + "/decisions", decision(1))).hasStatus(400);
        var proposed = post(manager("ares"), resource + "/decisions", decision(3));
        assertThat(proposed).hasStatus(201);
        assertThat(kinds("zeus")).containsExactlyInAnyOrder("REVISION", "ROSTER", "ACTIVITY", "DECISION");
        assertThat(kinds("ares")).containsExactly("REVISION");
        assertThat(kinds("passer-by")).isEmpty();
        assertThat(get(Tokens.bearer("zeus", Role.REP), "/roster/me/queue"))
                .bodyJson()
                .isStrictlyEqualTo("{\"items\": []}");

        var decision = resource + "/decisions/"
                + JsonPath.<String>read(proposed.getResponse().getContentAsString(), "$.decision");
        decided(resource, decision);
        assertThat(kinds("zeus")).containsExactlyInAnyOrder("REVISION", "ROSTER", "ACTIVITY");
        assertThat(get(manager("zeus"), "/roster/me/queue?limit=1"))
                .bodyJson()
                .extractingPath("$.next")
                .isNotNull();
    }

    private void decided(String resource, String decision) {
        assertThat(post(manager("ares"), decision + "/approval", WHY))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"code\": \"NOT_ALLOWED_NOW\", \"allowed\": [\"withdrawal\"]}");
        assertThat(post(manager("passer-by"), decision + "/approval", WHY)).hasStatus(404);
        assertThat(postCurrent(manager("zeus"), resource, "/suspension", WHY)).hasStatusOk();
        assertThat(get(manager("zeus"), decision)).hasStatus(404);
        assertThat(get(manager("zeus"), resource + "/decisions")).bodyJson().isStrictlyEqualTo("{\"items\": []}");
        assertThat(post(manager("ares"), decision + "/withdrawal", WHY)).hasStatus(409);
        assertThat(postCurrent(manager("zeus"), resource, "/resumption", "")).hasStatusOk();
        assertThat(post(manager("zeus"), decision + "/approval", WHY))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"status\": \"APPROVED\", \"answers\": [{\"verdict\": \"APPROVED\"}]}");
        assertThat(get(manager("ares"), resource + "/decisions"))
                .bodyJson()
                .extractingPath("$.items[0].status")
                .isEqualTo("APPROVED");
    }

    @Test
    void whatIsNotDecidedInTimeIsInTheQueueOfTheOneWhomTheCompanyNamed() throws Exception {
        var resource = agreed("hera", "apollo", TERMS);
        var una = rep("apollo", "U1", "Una Upp");
        var owner = "{\"rep\": \"%s\", \"reason\": {\"code\": \"OK\", \"sentence\": \"She decides.\"}}";
        assertThat(post(manager("apollo"), resource + "/escalation-owner", owner.formatted("nobody")))
                .hasStatus(400);
        assertThat(post(manager("passer-by"), resource + "/escalation-owner", owner.formatted(una)))
                .hasStatus(404);
        assertThat(get(manager("apollo"), resource + "/escalation-owner"))
                .bodyJson()
                .isLenientlyEqualTo("{\"standing\": \"NOBODY_NAMED\"}");
        assertThat(post(manager("apollo"), resource + "/escalation-owner", owner.formatted(una)))
                .bodyJson()
                .isLenientlyEqualTo("{\"standing\": \"NAMED\"}");
        accepted(resource);
        assertThat(post(manager("hera"), resource + "/decisions", decision(3))).hasStatus(201);

        assertThat(kinds("apollo")).containsExactly("DECISION");
        assertThat(get(Tokens.bearerOf("U1", "apollo", Role.REP), "/roster/me/queue"))
                .bodyJson()
                .isStrictlyEqualTo("{\"items\": []}");
    }

    /// By the one who is named, and with a role that decides.
    private void accepted(String resource) {
        var rep = Tokens.bearerOf("U1", "apollo", Role.REP);
        assertThat(get(rep, "/roster/me/queue"))
                .bodyJson()
                .extractingPath("$.items[*].kind")
                .isEqualTo(List.of("OWNERSHIP"));
        var acceptance = resource + "/escalation-owner/acceptance";
        assertThat(post(rep, acceptance, "")).hasStatus(403);
        assertThat(post(manager("passer-by"), acceptance, "")).hasStatus(404);
        assertThat(post(manager("apollo"), acceptance, ""))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"code\": \"NOT_NAMED\"}");
        assertThat(post(Tokens.bearerOf("U1", "apollo", Role.ALLIANCE_MANAGER), acceptance, ""))
                .bodyJson()
                .isLenientlyEqualTo("{\"standing\": \"ACCEPTED\"}");
        assertThat(get(manager("apollo"), resource + "/escalation-owner"))
                .bodyJson()
                .isLenientlyEqualTo("{\"standing\": \"ACCEPTED\"}");
    }

    private List<String> kinds(String company) throws Exception {
        var body = get(manager(company), "/roster/me/queue").getResponse().getContentAsString();
        return JsonPath.read(body, "$.items[*].kind");
    }

    private static String decision(int days) {
        return """
                {"subject": "Fair", "proposal": "A stand for both.", "deadline": "%s", "escalationDays": 5,
                 "byDefault": "REJECTED", "reason": {"code": "FAIR", "sentence": "It is in May."}}
                """.formatted(Instant.now().plus(Duration.ofDays(days)));
    }

    private void offerRoster(String resource) {
        assertThat(post(manager("ares"), resource + "/roster-offers", """
                        {"fields": ["NAME"], "reason": {"code": "START", "sentence": "Those who work with you."}}
                        """)).hasStatus(201);
    }

    private void report(String resource, String rep) {
        assertThat(post(manager("ares"), resource + "/activities", """
                        {"kind": "CALL", "start": "%s", "minutes": 30,
                         "attended": [{"rep": "%s", "act": "ATTENDED"}], "invited": ["zeus"], "evidence": ["call 1"],
                         "reason": {"code": "MET", "sentence": "We spoke."}}
                        """.formatted(
                                Instant.now().minus(Duration.ofHours(2)), rep)))
                .hasStatus(201);
    }

    private static String policyAgain() {
        return policy("ares", "zeus", TERMS);
    }
}
