package dev.tandem.credit;

import static dev.tandem.credit.Given.GUS;
import static dev.tandem.credit.Given.counterparts;
import static dev.tandem.credit.Given.deal;
import static dev.tandem.credit.Given.fixed;
import static dev.tandem.credit.Given.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.deal.DealChanged.Status;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.expense.GivenExpense;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/// Whatever is bad is answered with its field and its rule, and no chain has a link more for it. A split of 99.99 % is
/// refused where it is proposed, by roster-service.
class BadInputTest extends ServiceTest {
    private static final PartnershipId JOINT = new PartnershipId("bad-input");
    private static final PartnershipId PAID = new PartnershipId("faulty");
    private static final CompanyId FAULT = new CompanyId("fault");
    private static final RepId FAY = new RepId("rep-fay");
    private static final String BECAUSE = "\"reason\": {\"code\": \"SAID\", \"sentence\": \"It was said so.\"}";
    private static final String PLAN = """
            {"name": "ae", "effectiveFrom": "2026-01", "currency": "EUR",
             "calendar": {"@type": "Months", "startMonth": 1},
             "measures": [{"id": "revenue", "creditType": "REVENUE", "window": "YEAR"}],
             "incentives": [{"@type": "Tiers", "id": "commission", "measure": "revenue", "kind": "MARGINAL",
                             "steps": [{"from": {"amount": "0.00", "currency": "EUR"}, "rate": "5%"},
                                       {"from": {"amount": "9.00", "currency": "EUR"}, "rate": "8%"}]}],
             "holdPeriods": 0, "members": [{"rep": "rep-fay", "quota": {"amount": "1.00", "currency": "EUR"}}]}""";

    @Test
    void namesFieldAndRuleOfWhatIsBadInJointCreditAndPostsNothing() throws Exception {
        platform.says(1, Given.anna());
        platform.says(1, in(JOINT, GivenExpense.agreed(null, "10%")));
        platform.says(1, in(JOINT, counterparts(GUS)));
        platform.says(in(JOINT, deal("d1", 1, Money.of("1000.00", "USD"), Status.WON)));
        awaitNet(JOINT, "600.00", "400.00");
        var path = "/credit/partnerships/" + JOINT;
        var claim = """
                {"rep": "rep-anna", "act": "SOURCED", "on": "2026-03-01", "evidence": "mail 1", %s}""".formatted(BECAUSE);
        var contributions = path + "/deals/bad-input-d1/contributions";
        var contribution = JsonPath.<String>read(
                sent("acme", Role.ALLIANCE_MANAGER, contributions, claim), "$.contributions[0].id");
        var expense = JsonPath.<String>read(sent("acme", Role.FINANCE, path + "/expenses", dinner("USD")), "$.id");
        sent("acme", Role.FINANCE, path + "/settlement/runs", "{\"through\": \"2026-03\"}");
        var period = read("acme", path + "/periods/2026-03");
        var signature = "{\"statementHash\": \"%s\", \"acceptsOpenItems\": true}"
                .formatted(JsonPath.<String>read(period, "$.statementHash"));
        sent("acme", Role.FINANCE, path + "/periods/2026-03/signature", signature);
        var settled = "{\"statementHash\": \"%s\"}"
                .formatted(
                        JsonPath.<String>read(read("acme", path + "/settlement/periods/2026-03"), "$.statementHash"));
        sent("acme", Role.FINANCE, path + "/settlement/periods/2026-03/signature", settled);
        var before = chains(path + "/journal", path + "/settlement");

        var finance = Role.FINANCE;
        assertRefused("paid.amount", "INVALID", posted("acme", finance, path + "/expenses", dinner("EURO")));
        assertRefused(
                "period",
                "PERIOD_OUT_OF_ORDER",
                posted("acme", finance, path + "/periods/2026-05/signature", signature));
        var later = path + "/settlement/periods/2026-05/signature";
        assertRefused("period", "PERIOD_OUT_OF_ORDER", posted("acme", finance, later, settled));
        var again = path + "/periods/2026-03/signature";
        assertRefused("company", "ALREADY_SIGNED", posted("acme", finance, again, signature));
        var twice = path + "/settlement/periods/2026-03/signature";
        assertRefused("company", "ALREADY_SIGNED", posted("acme", finance, twice, settled));
        var own = contributions + "/" + contribution + "/confirmation";
        assertRefused("company", "SELF_APPROVAL", posted("acme", Role.ALLIANCE_MANAGER, own, "{" + BECAUSE + "}"));
        var mine = path + "/expenses/" + expense + "/confirmation";
        assertRefused("company", "SELF_APPROVAL", posted("acme", finance, mine, "{" + BECAUSE + "}"));
        assertThat(chains(path + "/journal", path + "/settlement")).isEqualTo(before);
    }

    @Test
    void namesFieldAndRuleOfWhatIsBadInPlansRatesAndRunsAndPostsNothing() throws Exception {
        platform.says(1, Given.rep(FAY, FAULT, "u-fay", "Fay Fault"));
        var agreed = Given.agreed(fixed("60%", "40%"));
        platform.says(
                1,
                new PartnershipChanged(PAID, "P", agreed.status(), List.of(FAULT, Given.GLOBEX), agreed.revisions()));
        platform.says(1, in(PAID, counterparts(GUS)));
        platform.says(dealOfFay());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(read("fault", "/credit/partnerships/faulty/journal"))
                        .contains("600.00"));
        var path = "/credit/companies/fault";
        var plan = JsonPath.<String>read(sent("fault", Role.FINANCE, path + "/plans", PLAN), "$.id");
        var verdict = path + "/plans/" + plan + "/approval";
        var before = chains(path + "/earnings");

        var finance = Role.FINANCE;
        var unknown = PLAN.replace("EUR", "EURO");
        assertRefused("currency", "UNKNOWN_CURRENCY", posted("fault", finance, path + "/plans", unknown));
        assertRefused(
                "incentives[0].steps[1].from",
                "TIERS_OVERLAP",
                posted("fault", finance, path + "/plans", PLAN.replace("9.00", "0.00")));
        assertRefused("approval.person", "SELF_APPROVAL", posted("fault", finance, verdict, "{" + BECAUSE + "}"));
        sent("fault", Role.ADMIN, verdict, "{" + BECAUSE + "}");
        var run = "{\"through\": \"2026-03\"}";
        assertRefused("rates", "RATE_MISSING", posted("fault", finance, path + "/earning-runs", run));
        var rate = """
                {"rates": [{"id": "r", "from": "USDD", "to": "EUR", "date": "2026-03-14", "value": "0.9"}]}""";
        assertRefused("rates[0].from", "UNKNOWN_CURRENCY", posted("fault", finance, path + "/rates", rate));
        var close = "{\"period\": \"2026-05\"}";
        assertRefused("period", "PERIOD_OUT_OF_ORDER", posted("fault", finance, path + "/fiscal-closes", close));
        assertThat(chains(path + "/earnings")).isEqualTo(before);
        assertThat(read("fault", path + "/statements?period=2026-03")).contains("\"statements\":[]");
    }

    private static DealChanged dealOfFay() {
        var deal = in(PAID, deal("d1", 1, Money.of("1000.00", "USD"), Status.WON));
        return new DealChanged(
                deal.deal(),
                deal.revision(),
                deal.partnership(),
                FAULT,
                deal.jointAccount(),
                deal.opportunity(),
                FAY,
                deal.effectiveDate(),
                deal.net(),
                deal.status(),
                deal.changedAt());
    }

    private static String dinner(String currency) {
        return """
                {"paid": {"host": "globex", "category": "DINNER", "on": "2026-03-20", "heads": 5,
                          "amount": {"amount": "600.00", "currency": "%s"}, "evidence": "receipt 1"},
                 "submit": true, %s}""".formatted(currency, BECAUSE);
    }

    /// How long each chain is, and that it is whole.
    private List<String> chains(String... paths) throws Exception {
        var company = paths[0].contains("/companies/") ? "fault" : "acme";
        var chains = new java.util.ArrayList<String>();
        for (var path : paths) {
            var verification = read(company, path + "/verification");
            assertThat(verification).contains("\"findings\":[]");
            chains.add(verification);
        }
        return chains;
    }

    private static void assertRefused(String field, String rule, MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isBetween(400, 409);
        var violations = JsonPath.<List<String>>read(answer.getContentAsString(), "$.violations[*]['field','rule']");
        assertThat(violations.toString())
                .as("%s", answer.getContentAsString())
                .contains("\"field\":\"" + field + "\",\"rule\":\"" + rule + "\"");
    }

    private String sent(String company, Role role, String path, String body) throws Exception {
        var answer = posted(company, role, path, body);
        assertThat(answer.getStatus())
                .as("%s: %s", path, answer.getContentAsString())
                .isBetween(200, 201);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse posted(String company, Role role, String path, String body) throws Exception {
        var person = role == Role.ADMIN ? "the-admin" : "pat";
        return http.perform(post(path)
                        .header("Authorization", Tokens.bearerOf(person, company, role))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("If-Match", "\"1\"")
                        .contentType("application/json")
                        .content(body))
                .andReturn()
                .getResponse();
    }

    private String read(String company, String path) throws Exception {
        return http.perform(get(path).header("Authorization", Tokens.bearer(company, Role.FINANCE)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
