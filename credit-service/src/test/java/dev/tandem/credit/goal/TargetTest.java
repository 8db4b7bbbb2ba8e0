package dev.tandem.credit.goal;

import static dev.tandem.credit.Given.GIA;
import static dev.tandem.credit.Given.counterparts;
import static dev.tandem.credit.Given.deal;
import static dev.tandem.credit.Given.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.deal.DealChanged.Status;
import dev.tandem.contracts.partnership.JointGoals;
import dev.tandem.contracts.partnership.JointGoals.Counts;
import dev.tandem.contracts.partnership.JointGoals.Target;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.Given;
import dev.tandem.credit.ServiceTest;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/// A joint target inside Globex's own.
class TargetTest extends ServiceTest {
    private static final PartnershipId PARTNERSHIP = new PartnershipId("targets");
    private static final String GOAL = """
            {"id": "gia-half-year", "partnership": "targets", "jointTarget": "half-year", "rep": "rep-gia",
             "accounts": [], "from": "2026-01", "through": "2999-12",
             "amount": {"amount": "500.00", "currency": "USD"}, "weight": "40%"}""";

    @Test
    void countsASaleOnceJointlyAndByTheRuleInEachOwn() throws Exception {
        platform.says(1, Given.rep(GIA, Given.GLOBEX, "u-gia", "Gia Globex"));
        platform.says(1, in(PARTNERSHIP, agreed()));
        platform.says(1, in(PARTNERSHIP, counterparts(GIA)));
        platform.says(in(PARTNERSHIP, deal("d1", 1, Money.of("1000.00", "USD"), Status.WON)));
        awaitNet(PARTNERSHIP, "600.00", "400.00");

        var joint = read("globex", "/targets");
        assertThat(read("acme", "/targets")).isEqualTo(joint);
        assertThat(JsonPath.<List<String>>read(joint, "$.targets[*].reached.amount"))
                .containsExactly("1000.00");
        assertThat(JsonPath.<List<String>>read(joint, "$.targets[*].left.amount"))
                .containsExactly("9000.00");
        assertThat(counted("acme")).containsExactly("600.00");
        assertThat(counted("globex")).containsExactly("400.00");

        assertThat(read("globex", "/targets/accounts-without-goal")).contains("targets-account", "rep-gia");
        assertThat(read("acme", "/targets/accounts-without-goal")).isEqualTo("{\"items\":[]}");
        assertThat(set("globex", "globex", GOAL).getStatus()).isEqualTo(201);
        assertThat(read("globex", "/targets/accounts-without-goal")).isEqualTo("{\"items\":[]}");
        assertThat(read("globex", "/targets/own")).contains("gia-half-year");
        assertThat(read("acme", "/targets/own")).doesNotContain("gia");
        assertThat(read("globex", "/targets/alignment")).contains("\"weight\":\"40%\"");
        assertThat(read("acme", "/targets/alignment")).doesNotContain("40%", "true,\"appears\":true");

        refusesWhatIsWrong();
        hidesGoals();
    }

    private void refusesWhatIsWrong() throws Exception {
        assertThat(set("globex", "globex", GOAL.replace("rep-gia", "rep-anna")).getContentAsString())
                .contains("NOT_YOUR_REP");
        assertThat(set("globex", "globex", GOAL.replace("half-year\", \"rep", "never\", \"rep"))
                        .getContentAsString())
                .contains("NOT_A_TARGET");
        assertThat(set("globex", "globex", GOAL.replace("500.00", "0.00")).getContentAsString())
                .contains("\"field\":\"amount\"");
        assertThat(set("globex", "globex", GOAL.replace("\"targets\"", "\"never\""))
                        .getContentAsString())
                .contains("\"field\":\"partnership\"");
    }

    private void hidesGoals() throws Exception {
        var path = "/credit/companies/globex/goals";
        assertThat(call(path, Tokens.bearer("globex", Role.FINANCE)).getContentAsString())
                .contains("gia-half-year");
        var never = call("/credit/companies/never/goals", Tokens.bearer("acme", Role.FINANCE));
        for (var company : List.of("acme", "initech")) {
            var answer = call(path, Tokens.bearer(company, Role.FINANCE));
            assertThat(answer.getStatus()).isEqualTo(404);
            assertThat(answer.getContentAsString()).isEqualTo(never.getContentAsString());
            assertThat(set(company, "globex", GOAL).getStatus()).isEqualTo(404);
        }
        assertThat(call(path, Tokens.bearer("globex", Role.REP)).getStatus()).isEqualTo(403);
        for (var each : List.of("", "/own", "/accounts-without-goal", "/alignment")) {
            var url = "/credit/partnerships/targets/targets" + each;
            assertThat(call(url, Tokens.bearer("initech", Role.FINANCE)).getStatus())
                    .isEqualTo(404);
            assertThat(call(url, Tokens.bearer("acme", Role.REP)).getStatus()).isEqualTo(403);
        }
    }

    private static PartnershipChanged agreed() {
        var target = new Target(
                "half-year",
                YearMonth.of(2026, 1),
                YearMonth.of(2026, 6),
                Money.of("10000.00", "USD"),
                Counts.CREDITED);
        var goals = new JointGoals(List.of(target), null, null);
        var agreed = Given.agreed(Given.fixed("60%", "40%"));
        return Given.partnership(List.of(agreed.revisions().getFirst().with(null, goals)));
    }

    private List<String> counted(String company) throws Exception {
        return JsonPath.read(read(company, "/targets/own"), "$.targets[*].counted.amount");
    }

    private MockHttpServletResponse set(String caller, String company, String body) throws Exception {
        return http.perform(post("/credit/companies/" + company + "/goals")
                        .header("Authorization", Tokens.bearer(caller, Role.FINANCE))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType("application/json")
                        .content(body))
                .andReturn()
                .getResponse();
    }

    private String read(String company, String path) throws Exception {
        return call("/credit/partnerships/" + PARTNERSHIP + path, Tokens.bearer(company, Role.FINANCE))
                .getContentAsString();
    }

    private MockHttpServletResponse call(String path, String token) throws Exception {
        return http.perform(get(path).header("Authorization", token))
                .andReturn()
                .getResponse();
    }
}
