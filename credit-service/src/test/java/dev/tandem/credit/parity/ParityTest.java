package dev.tandem.credit.parity;

import static dev.tandem.credit.Given.deal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.deal.DealChanged.Status;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.roster.RosterChange.CounterpartsChanged;
import dev.tandem.credit.Given;
import dev.tandem.credit.ServiceTest;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/// Two companies compare what they pay, neither seeing the other's plan.
class ParityTest extends ServiceTest {
    private static final String BECAUSE = "\"reason\": {\"code\": \"FAIR\", \"sentence\": \"Is it fair?\"}";

    @Test
    void bothReadTheSameOnceTheOtherAgreed() throws Exception {
        var partnership = story("north", "south", 5);
        var asked = ask(partnership, "north", "south", "2026-03");
        assertThat(asked.getStatus()).isEqualTo(201);
        var id = JsonPath.<String>read(asked.getContentAsString(), "$.id");
        assertThat(read(partnership, "south", "/" + id)).contains("ASKED").doesNotContain("report", "north-plan");
        assertThat(code(answer(partnership, "north", id, "agreement"))).isEqualTo("SELF_APPROVAL");
        assertThat(answer(partnership, "south", id, "agreement").getStatus()).isEqualTo(200);
        var report = read(partnership, "north", "/" + id);
        assertThat(read(partnership, "south", "/" + id)).isEqualTo(report);
        assertThat(report).doesNotContain("north-plan", "south-plan", "rep-");
        // 5 x 1,000.00 at 60/40; north pays 5 %, south 10 %.
        assertThat(JsonPath.<String>read(report, "$.report.one.amount")).isEqualTo("250.00");
        assertThat(JsonPath.<String>read(report, "$.report.other.amount")).isEqualTo("500.00");
        assertThat(JsonPath.<String>read(report, "$.report.ratio")).isEqualTo("0.5000");
        assertThat(JsonPath.<Boolean>read(report, "$.report.within")).isFalse();
        assertThat(JsonPath.<String>read(report, "$.report.parts.rate.amount")).isEqualTo("-250.00");
        assertThat(code(answer(partnership, "south", id, "agreement"))).isEqualTo("NOT_ALLOWED_NOW");
        // Five deals, on each of which both are paid; north would be paid more for all of each.
        assertThat(JsonPath.<Integer>read(report, "$.incentives.deals")).isEqualTo(5);
        assertThat(JsonPath.<String>read(report, "$.incentives.aligned")).isEqualTo("1.0000");
        assertThat(JsonPath.<String>read(report, "$.incentives.losing")).isEqualTo("1.0000");
        assertThat(report).doesNotContain("contributors");
        tellsACompanyAloneOfItsOwn(partnership);
    }

    private void tellsACompanyAloneOfItsOwn(PartnershipId partnership) throws Exception {
        var path = "/credit/partnerships/" + partnership + "/incentives";
        var months = "?from=2026-03&through=2026-03";
        var south = call(path + months, Tokens.bearer("south", Role.FINANCE)).getContentAsString();
        assertThat(south).contains("south-plan").doesNotContain("north-plan");
        assertThat(JsonPath.<List<Integer>>read(south, "$.plans[*].deals")).containsExactly(5);
        assertThat(JsonPath.<List<String>>read(south, "$.plans[*].paying")).containsExactly("1.0000");
        assertThat(JsonPath.<List<String>>read(south, "$.plans[*].losing[*]")).isEmpty();
        var north = call(path + months, Tokens.bearer("north", Role.FINANCE)).getContentAsString();
        assertThat(JsonPath.<List<String>>read(north, "$.plans[*].losing[*]")).hasSize(5);
        assertThat(call(path, Tokens.bearer("south", Role.FINANCE)).getStatus()).isEqualTo(200);
        assertThat(call(path + "?from=2026-13", Tokens.bearer("south", Role.FINANCE))
                        .getContentAsString())
                .contains("\"field\":\"from\",\"rule\":\"MALFORMED\"");
        assertThat(call(path + months, Tokens.bearer("initech", Role.FINANCE)).getStatus())
                .isEqualTo(404);
        assertThat(call(path + months, Tokens.bearer("south", Role.ALLIANCE_MANAGER))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void tellsNothingAboutFewerThanFivePeople() throws Exception {
        var partnership = story("east", "west", 4);
        var id = JsonPath.<String>read(
                ask(partnership, "east", "west", "2026-03").getContentAsString(), "$.id");
        assertThat(answer(partnership, "west", id, "agreement").getContentAsString())
                .contains("\"field\":\"terms\",\"rule\":\"TOO_FEW_PEOPLE\"");
        assertThat(read(partnership, "west", "/" + id)).contains("ASKED").doesNotContain("report");
        assertThat(answer(partnership, "west", id, "refusal").getContentAsString())
                .contains("REFUSED");
    }

    @Test
    void namesWhatIsWrongAndHidesItFromAllOthers() throws Exception {
        var partnership = story("up", "down", 1);
        assertThat(ask(partnership, "up", "up", "2026-03").getContentAsString()).contains("\"field\":\"with\"");
        assertThat(ask(partnership, "up", "down", "2025-12").getContentAsString())
                .contains("terms.through");
        var id = JsonPath.<String>read(ask(partnership, "up", "down", "2026-03").getContentAsString(), "$.id");
        assertThat(answer(partnership, "down", id, "agreement", "no-plan").getContentAsString())
                .contains("NOT_A_PLAN");
        var path = "/credit/partnerships/" + partnership + "/parity/";
        for (var each : List.of(path + id, path + "never")) {
            assertThat(call(each, Tokens.bearer("initech", Role.FINANCE)).getStatus())
                    .isEqualTo(404);
            assertThat(call(each, Tokens.bearer("up", Role.ALLIANCE_MANAGER)).getStatus())
                    .isEqualTo(403);
        }
    }

    /// So many deals of 1,000.00, each with people of its own, and a plan on each side.
    private PartnershipId story(String one, String other, int people) throws Exception {
        var partnership = new PartnershipId(one + "-" + other);
        var agreed = Given.agreed(Given.fixed("60%", "40%"));
        platform.says(
                1,
                new PartnershipChanged(
                        partnership,
                        "P",
                        agreed.status(),
                        List.of(new CompanyId(one), new CompanyId(other)),
                        agreed.revisions()));
        for (int i = 0; i < people; i++) {
            var account = new JointAccountId(partnership + "-" + i);
            var rep = new RepId("rep-" + other + i);
            platform.says(
                    1,
                    new CounterpartsChanged(
                            partnership,
                            account,
                            List.of(Given.assigned(new CompanyId(other), rep, Instant.EPOCH, null))));
            platform.says(sold(partnership, account, i, one));
        }
        await().atMost(SOON).ignoreException(PathNotFoundException.class).untilAsserted(() -> {
            var balances = call("/credit/partnerships/" + partnership + "/balances", Tokens.bearer(one, Role.FINANCE))
                    .getContentAsString();
            assertThat(JsonPath.<List<String>>read(balances, "$.balances[*].rep"))
                    .hasSize(2 * people);
        });
        plan(one, "5%", people);
        plan(other, "10%", people);
        return partnership;
    }

    private static DealChanged sold(PartnershipId partnership, JointAccountId account, int i, String owner) {
        var deal = deal("d" + i, 1, Money.of("1000.00", "USD"), Status.WON);
        return new DealChanged(
                new DealId(partnership + "-d" + i),
                1,
                partnership,
                new CompanyId(owner),
                account,
                deal.opportunity(),
                new RepId("rep-" + owner + i),
                deal.effectiveDate(),
                deal.net(),
                deal.status(),
                deal.changedAt());
    }

    private void plan(String company, String rate, int people) throws Exception {
        var members = IntStream.range(0, people)
                .mapToObj(i -> "{\"rep\": \"rep-%s%d\", \"quota\": {\"amount\": \"10000.00\", \"currency\": \"USD\"}}"
                        .formatted(company, i))
                .collect(Collectors.joining(", "));
        var plan = """
                {"name": "%s-plan", "effectiveFrom": "2026-01", "currency": "USD",
                 "calendar": {"@type": "Months", "startMonth": 1},
                 "measures": [{"id": "revenue", "creditType": "REVENUE", "window": "YEAR"}],
                 "incentives": [{"@type": "Flat", "id": "c", "measure": "revenue", "rate": "%s"}],
                 "holdPeriods": 0, "members": [%s]}""".formatted(company, rate, members);
        var answer = send("/credit/companies/" + company + "/plans", Tokens.bearer(company, Role.FINANCE), plan);
        assertThat(answer.getStatus()).isEqualTo(201);
        var id = JsonPath.<String>read(answer.getContentAsString(), "$.id");
        var approval = "/credit/companies/" + company + "/plans/" + id + "/approval";
        assertThat(send(approval, Tokens.bearerOf("second", company, Role.FINANCE), "{" + BECAUSE + "}")
                        .getStatus())
                .isEqualTo(200);
    }

    private MockHttpServletResponse ask(PartnershipId partnership, String by, String with, String through)
            throws Exception {
        var body = """
                {"with": "%s", "plan": "%s-plan", %s,
                 "terms": {"from": "2026-01", "through": "%s", "currency": "USD", "rates": []}}""".formatted(with, by, BECAUSE, through);
        return send("/credit/partnerships/" + partnership + "/parity", Tokens.bearer(by, Role.FINANCE), body);
    }

    private MockHttpServletResponse answer(PartnershipId partnership, String by, String id, String answer)
            throws Exception {
        return answer(partnership, by, id, answer, by + "-plan");
    }

    private MockHttpServletResponse answer(PartnershipId partnership, String by, String id, String answer, String plan)
            throws Exception {
        var named = answer.equals("agreement") ? "\"plan\": \"" + plan + "\", " : "";
        var path = "/credit/partnerships/" + partnership + "/parity/" + id + "/" + answer;
        return send(path, Tokens.bearer(by, Role.FINANCE), "{" + named + BECAUSE + "}");
    }

    private MockHttpServletResponse send(String path, String token, String body) throws Exception {
        return http.perform(post(path)
                        .header("Authorization", token)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType("application/json")
                        .content(body))
                .andReturn()
                .getResponse();
    }

    private String read(PartnershipId partnership, String company, String path) throws Exception {
        return call("/credit/partnerships/" + partnership + "/parity" + path, Tokens.bearer(company, Role.FINANCE))
                .getContentAsString();
    }

    private MockHttpServletResponse call(String path, String token) throws Exception {
        return http.perform(get(path).header("Authorization", token))
                .andReturn()
                .getResponse();
    }

    private static String code(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(409);
        return JsonPath.read(answer.getContentAsString(), "$.code");
    }
}
