package dev.tandem.roster.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import dev.tandem.roster.RosterTest;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Terms over HTTP, from the proposal to the questions that people ask about them.
@NullMarked
class TermsEndpointsTest extends RosterTest {
    private static final String REVISION = """
            {"reason": {"code": "START", "sentence": "What we agreed on."},
             "sharing": {"rules": []},
             "crediting": {"rules": [{"id": "revenue", "creditType": "REVENUE", "mode": "SPLIT",
               "model": {"@type": "Equal"}}]},
             "terms": {
               "charter": {"mission": "One offer to the same customer", "goals": ["Grow together"],
                 "objectives": [{"what": "Joint deals", "measure": "Won deals a quarter", "target": "10"}]},
               "engagement": [{"id": "R1", "sentence": "Nobody calls on a customer of both without the other."}],
               "prevailing": [
                 {"where": {"topic": "EXPENSES"}, "party": "wayne", "clause": "Travel 4.2", "sentence": "Economy."},
                 {"where": {"topic": "EXPENSES", "country": "DE"}, "party": "kord", "clause": "Reisen 7",
                  "sentence": "Second class."}],
               "expenses": [{"category": "TRAVEL", "parts": [
                 {"party": "wayne", "share": "50%"}, {"party": "kord", "share": "PAYS"}]}],
               "limits": [], "orders": [], "contacts": [], "onboarding": [], "noticeDays": 90}}
            """;

    @Test
    void theTermsInForceAnswerWhoseRuleAppliesAndForHowLongNoticeRuns() throws Exception {
        var resource = partnership();
        assertThat(get(manager("wayne"), resource + "/prevailing-rules?topic=EXPENSES"))
                .bodyJson()
                .extractingPath("$.answers[0].because.code")
                .isEqualTo("NOT_AGREED");
        assertThat(postCurrent(manager("wayne"), resource, "/revisions", REVISION.replace("PAYS", "49%")))
                .hasStatus(400)
                .bodyText()
                .contains("terms.expenses[0].parts", "99%");
        postCurrent(manager("wayne"), resource, "/revisions", REVISION.replace("PAYS", "50%"));
        assertThat(postCurrent(manager("wayne"), resource, "/revisions/1/signature", ""))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("FIT_NOT_STATED");
        stateFit(resource, "wayne", "kord");
        for (var company : List.of("wayne", "kord")) {
            assertThat(postCurrent(manager(company), resource, "/revisions/1/signature", ""))
                    .hasStatusOk();
        }

        var rep = Tokens.bearer("kord", Role.REP);
        assertThat(get(rep, resource + "/prevailing-rules?topic=EXPENSES&country=DE"))
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"revision": 1, "answers": [{"topic": "EXPENSES", "party": "kord", "clause": "Reisen 7",
                          "because": {"sentence": "Second class."}}]}
                        """);
        assertThat(get(rep, resource + "/prevailing-rules"))
                .bodyJson()
                .extractingPath("$.answers.length()")
                .isEqualTo(5);
        noticeRunsAsAgreed(resource);
        comparesRevisions(resource);
    }

    private void noticeRunsAsAgreed(String resource) {
        var notice = """
                {"endsAt": "%s", "reason": {"code": "END", "sentence": "We part."}}
                """.formatted(java.time.Instant.now().plus(java.time.Duration.ofDays(89)));
        assertThat(postCurrent(manager("kord"), resource, "/notice", notice))
                .hasStatus(400)
                .bodyText()
                .contains("the notice period is 90 days");
    }

    private void comparesRevisions(String resource) {
        postCurrent(
                manager("kord"),
                resource,
                "/revisions",
                REVISION.replace("PAYS", "50%").replace("90}", "30}"));

        assertThat(get(manager("wayne"), resource + "/revisions/2/differences"))
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"from": 1, "to": 2, "differences": [{"path": "terms.noticeDays", "was": "90", "is": "30"}]}
                        """);
        assertThat(get(manager("wayne"), resource + "/revisions/1/differences")).hasStatusOk();
        assertThat(get(manager("wayne"), resource + "/revisions/2/differences?from=7"))
                .hasStatus(404);
    }

    private String partnership() throws Exception {
        register("wayne");
        register("kord");
        var invited = post(manager("wayne"), "/roster/partnerships", PartnershipEndpointsTest.invitation("kord"));
        var resource =
                "/roster/partnerships/" + JsonPath.read(invited.getResponse().getContentAsString(), "$.partnership");
        postCurrent(manager("kord"), resource, "/acceptance", "");
        return resource;
    }
}
