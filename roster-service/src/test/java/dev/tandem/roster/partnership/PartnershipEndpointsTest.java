package dev.tandem.roster.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.store.Cause;
import dev.tandem.roster.RosterTest;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@NullMarked
class PartnershipEndpointsTest extends RosterTest {
    @Autowired
    private Partnerships partnerships;

    static final String WHY = "{\"reason\": {\"code\": \"FIT\", \"sentence\": \"It no longer fits.\"}}";
    static final String POLICY = """
            {"reason": {"code": "START", "sentence": "What we agreed on in March."},
             "sharing": {"rules": [
               {"party": "%s", "population": "CUSTOMERS", "level": "OVERLAPPING_ACCOUNTS", "fields": ["NAME", "OWNER"]},
               {"party": "%s", "population": "CUSTOMERS", "level": "COUNTS_ONLY", "fields": []}]},
             "crediting": {"rules": [{"id": "revenue", "creditType": "REVENUE", "mode": "SPLIT",
               "model": {"@type": "Fixed", "shares": [
                 {"role": "OWNER", "share": "60%%"}, {"role": "COUNTERPART", "share": "%s"}]}}]}}
            """;

    @Test
    void fromInvitationToAnAgreementInForce() throws Exception {
        var resource = invite("alpha", "beta");
        var accepted = postCurrent(manager("beta"), resource, "/acceptance", "");
        var proposed = postCurrent(manager("alpha"), resource, "/revisions", POLICY.formatted("alpha", "beta", "40%"));
        stateFit(resource, "alpha", "beta");
        var once = postCurrent(manager("alpha"), resource, "/revisions/1/signature", "");
        assertThat(get(manager("alpha"), resource)).bodyJson().doesNotHavePath("$.inForce");
        var twice = postCurrent(manager("beta"), resource, "/revisions/1/signature", "");

        assertThat(accepted).hasStatusOk().bodyJson().extractingPath("$.status").isEqualTo("ACTIVE");
        assertThat(proposed).hasStatus(201).hasHeader("Location", resource + "/revisions/1");
        assertThat(once).hasStatusOk().bodyJson().extractingPath("$.status").isEqualTo("PROPOSED");
        assertThat(twice).hasStatusOk().bodyJson().extractingPath("$.status").isEqualTo("IN_FORCE");
        assertThat(get(manager("beta"), resource))
                .bodyJson()
                .extractingPath("$.inForce")
                .isEqualTo(1);
        await().untilAsserted(() -> assertThat(told(resource).flatMap(PartnershipChanged::inForce))
                .map(Agreement::number)
                .contains(1));
    }

    @Test
    void refusesThatACompanyJoinsMorePartnershipsThanItsChangesCanBeToldTo() throws Exception {
        var resource = invite("crowded", "newcomer");
        var crowded = new CompanyId("crowded");
        for (int i = 0; i < Partnerships.OF_COMPANY_MAX; i++) {
            var id = new PartnershipId("crowded-" + i);
            var parties = List.of(crowded, new CompanyId("partner-" + i));
            var act = new Act(crowded, new Reason("GROWTH", "Shared customers."), Instant.EPOCH);
            var active = new Invitation(Partnership.invited(id, "Full", parties, act)).accept(parties.getLast());
            partnerships.invite(id, Cause.GIVEN, active);
        }

        assertThat(postCurrent(manager("newcomer"), resource, "/acceptance", ""))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("TOO_MANY_PARTNERSHIPS");
    }

    @Test
    void refusesAnInvitationWithoutAReason() {
        register("noreason");
        var answer = post(manager("noreason"), "/roster/partnerships", "{\"name\": \"X\", \"with\": [\"noreason\"]}");

        assertThat(answer)
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.violations[*].field")
                .asArray()
                .contains("reason");
    }

    @Test
    void refusesAPolicyThatDoesNotSumToOneHundredPercentWithTheSum() throws Exception {
        var resource = invite("gamma", "delta");
        postCurrent(manager("delta"), resource, "/acceptance", "");

        var answer = postCurrent(manager("gamma"), resource, "/revisions", POLICY.formatted("gamma", "delta", "39%"));

        assertThat(answer).hasStatus(400).bodyText().contains("crediting.rules[0].model.shares", "99%");
    }

    @Test
    void refusesASecondOpenInvitationOfTheSameCompanies() throws Exception {
        var resource = invite("eps", "zeta");
        assertThat(post(manager("zeta"), "/roster/partnerships", invitation("eps")))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("ALREADY_INVITED");

        assertThat(postCurrent(manager("zeta"), resource, "/rejection", WHY)).hasStatusOk();
        assertThat(post(manager("zeta"), "/roster/partnerships", invitation("eps")))
                .hasStatus(201);
    }

    @Test
    void namesWhatIsAllowedWhenATransitionIsNot() throws Exception {
        var resource = invite("eta", "theta");

        assertThat(postCurrent(manager("eta"), resource, "/acceptance", ""))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.allowed")
                .isEqualTo(List.of("cancellation"));
        assertThat(postCurrent(manager("theta"), resource, "/rejection", "{}"))
                .hasStatus(400)
                .bodyText()
                .contains("reason");
    }

    @Test
    void isSuspendedAndGoesOnByTheWordOfThePartyThatSuspendedIt() throws Exception {
        var resource = invite("upsilon", "phi");
        postCurrent(manager("phi"), resource, "/acceptance", "");

        assertThat(postCurrent(manager("phi"), resource, "/suspension", WHY))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("SUSPENDED");
        assertThat(postCurrent(manager("upsilon"), resource, "/resumption", ""))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.allowed")
                .isEqualTo(List.of("cancellation", "suspension", "notice"));
        assertThat(postCurrent(manager("phi"), resource, "/resumption", ""))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("ACTIVE");
    }

    @Test
    void givesNoticeOnlyForWhenTheNoticePeriodHasRun() throws Exception {
        var resource = invite("chi", "psi");
        postCurrent(manager("psi"), resource, "/acceptance", "");
        var tooSoon = "{\"endsAt\": \"2026-01-01T00:00:00Z\", \"reason\": {\"code\": \"END\", \"sentence\": \"Now.\"}}";

        assertThat(postCurrent(manager("chi"), resource, "/notice", tooSoon))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.violations[0].rule")
                .isEqualTo("BEFORE_NOTICE_PERIOD");
        assertThat(postCurrent(manager("chi"), resource, "/notice", WHY))
                .hasStatusOk()
                .bodyJson()
                .hasPath("$.course.notice.endsAt");
        assertThat(postCurrent(manager("chi"), resource, "/notice-withdrawal", ""))
                .hasStatusOk()
                .bodyJson()
                .doesNotHavePath("$.course.notice");
    }

    @Test
    void needsTheVersionThatTheChangeWasMadeFromButAnswersARepetition() throws Exception {
        var resource = invite("iota", "kappa");

        assertThat(post(manager("kappa"), resource + "/acceptance", "k", null, ""))
                .hasStatus(428);
        assertThat(post(manager("kappa"), resource + "/acceptance", "k", "\"7\"", ""))
                .hasStatus(412);
        assertThat(post(manager("kappa"), resource + "/acceptance", "k", "\"1\"", ""))
                .hasStatusOk();
        assertThat(post(manager("kappa"), resource + "/acceptance", "k", "\"1\"", ""))
                .hasStatusOk();
    }

    @Test
    void aThirdCompanyGetsTheSameNotFoundOnEverything() throws Exception {
        register("outsider");
        var resource = invite("lambda", "mu");
        postCurrent(manager("mu"), resource, "/acceptance", "");
        var policy = POLICY.formatted("lambda", "mu", "40%");
        postCurrent(manager("lambda"), resource, "/revisions", policy);
        var never = "/roster/partnerships/never-issued";

        for (var path : List.of(
                "",
                "/revisions/1",
                "/revisions/1/differences",
                "/prevailing-rules",
                "/withdrawals",
                "/withdrawal-receipt")) {
            assertSame(get(manager("outsider"), resource + path), get(manager("outsider"), never + path));
        }
        for (var path : List.of(
                "/acceptance",
                "/rejection",
                "/cancellation",
                "/suspension",
                "/resumption",
                "/notice",
                "/notice-withdrawal",
                "/fit",
                "/revisions")) {
            assertSame(poke(resource + path, policy), poke(never + path, policy));
            assertSame(poke(resource + path, "broken"), poke(never + path, "broken"));
        }
        for (var path : List.of("/revisions/1/signature", "/revisions/1/refusal", "/revisions/9/signature")) {
            assertSame(poke(resource + path, WHY), poke(never + path, WHY));
        }
        assertThat(get(manager("outsider"), "/roster/partnerships")).bodyJson().isStrictlyEqualTo("{\"items\": []}");
    }

    @Test
    void aPartySeesWhoSignedForItselfOnly() throws Exception {
        var resource = invite("nu", "xi");
        postCurrent(manager("xi"), resource, "/acceptance", "");
        postCurrent(manager("nu"), resource, "/revisions", POLICY.formatted("nu", "xi", "40%"));
        stateFit(resource, "nu", "xi");
        postCurrent(manager("nu"), resource, "/revisions/1/signature", "");

        assertThat(get(manager("nu"), resource + "/revisions/1"))
                .bodyJson()
                .extractingPath("$.signatures[0].person")
                .isEqualTo("pat@nu");
        assertThat(get(manager("xi"), resource + "/revisions/1")).bodyJson().doesNotHavePath("$.signatures[0].person");
    }

    private MvcTestResult poke(String path, String body) {
        return post(manager("outsider"), path, "k", null, body);
    }

    private static void assertSame(MvcTestResult one, MvcTestResult never) throws UnsupportedEncodingException {
        assertThat(one).hasStatus(404);
        assertThat(one.getResponse().getContentAsString())
                .isEqualTo(never.getResponse().getContentAsString());
        assertThat(one.getResponse().getHeaderNames())
                .isEqualTo(never.getResponse().getHeaderNames());
    }

    /// The path of a new partnership that `by` invites `with` to.
    private String invite(String by, String with) throws UnsupportedEncodingException {
        register(by);
        register(with);
        var answer = post(manager(by), "/roster/partnerships", invitation(with));
        assertThat(answer).hasStatus(201);
        return "/roster/partnerships/" + JsonPath.read(answer.getResponse().getContentAsString(), "$.partnership");
    }

    static String invitation(String with) {
        return """
                {"name": "Together", "with": ["%s"], "reason": {"code": "GROWTH", "sentence": "Shared customers."}}
                """.formatted(with);
    }

    private Optional<PartnershipChanged> told(String resource) {
        return read(Topics.PARTNERSHIPS).stream()
                .filter(event -> resource.endsWith("/" + event.key()))
                .map(event -> (PartnershipChanged) event.payload())
                .reduce((_, last) -> last);
    }
}
