package dev.tandem.credit.expense;

import static dev.tandem.credit.Given.ACME;
import static dev.tandem.credit.Given.GUS;
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
import dev.tandem.credit.ServiceTest;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// What of a budget was spent, by any pair of effective date and entry of the joint journal.
class BudgetsAsOfTest extends ServiceTest {
    private static final PartnershipId PARTNERSHIP = new PartnershipId("budgets-as-of");
    private static final String PATH = "/credit/partnerships/" + PARTNERSHIP + "/expenses";
    private static final String REASON = "\"reason\": {\"code\": \"SEEN\", \"sentence\": \"As the receipt says.\"}";

    @Test
    void anyPairGivesWhatWasGivenThenThoughExpensesWereCorrectedSince() throws Exception {
        platform.says(1, in(PARTNERSHIP, GivenExpense.agreed(null, null)));
        platform.says(1, in(PARTNERSHIP, counterparts(GUS)));
        var start = posted("d1", "600.00", "400.00");
        var march = entered("2026-03-20", "600.00");
        say(march, "globex", "confirmation", "", 1);
        var april = entered("2026-04-02", "100.00");
        var first = posted("d2", "1200.00", "800.00");
        var then = budgets("");
        assertThat(amounts(then)).containsExactly("400.00", "100.00");

        say(march, "acme", "correction", paid("2026-03-20", "300.00") + ", ", 2);
        say(april, "acme", "correction", paid("2026-04-02", "80.00") + ", ", 1);
        var second = posted("d3", "1800.00", "1200.00");
        var waiting = budgets("");
        assertThat(amounts(waiting)).containsExactly("400.00", "80.00");

        say(march, "globex", "confirmation", "", 3);
        say(april, "acme", "withdrawal", "", 2);
        assertThat(amounts(budgets(""))).containsExactly("300.00", "0.00");
        assertThat(budgets("?asOf=" + first)).isEqualTo(then);
        assertThat(budgets("?asOf=" + second)).isEqualTo(waiting);
        assertThat(amounts(budgets("?asOf=" + start))).containsExactly("0.00", "0.00");
        assertThat(budgets("?asOf=0")).isEqualTo("{\"budgets\":[]}");
        var inMarch = "?effectiveThrough=2026-03-31";
        assertThat(amounts(budgets(inMarch + "&asOf=" + first))).containsExactly("400.00", "0.00");
        assertThat(amounts(budgets(inMarch))).containsExactly("300.00", "0.00");
        assertThat(amounts(budgets("?effectiveThrough=2026-03-19"))).containsExactly("0.00", "0.00");
    }

    /// Posts a deal to the joint journal and says at which entry.
    private String posted(String deal, String acme, String globex) throws Exception {
        platform.says(in(PARTNERSHIP, deal(deal, 1, Money.of("1000.00", "USD"), Status.WON)));
        awaitNet(PARTNERSHIP, acme, globex);
        return JsonPath.read(report(PARTNERSHIP, ACME, "2026-03"), "$.joint.asOf")
                .toString();
    }

    private static List<String> amounts(String budgets) {
        var actual = JsonPath.<String>read(budgets, "$.budgets[0].actual.amount");
        return List.of(actual, JsonPath.read(budgets, "$.budgets[0].waiting.amount"));
    }

    private static String paid(String on, String amount) {
        return """
                "paid": {"host": "globex", "category": "DINNER", "on": "%s", "heads": 5,
                         "amount": {"amount": "%s", "currency": "USD"}, "evidence": "receipt 4711"}""".formatted(on, amount);
    }

    private String entered(String on, String amount) throws Exception {
        return JsonPath.read(send(post(PATH), "acme", paid(on, amount) + ", \"submit\": true, ", 201), "$.id");
    }

    private void say(String expense, String company, String step, String more, int version) throws Exception {
        var request = post(PATH + "/" + expense + "/" + step).header("If-Match", "\"" + version + "\"");
        send(request, company, more, 200);
    }

    private String send(MockHttpServletRequestBuilder request, String company, String more, int status)
            throws Exception {
        var answer = http.perform(request.header("Authorization", Tokens.bearer(company, Role.FINANCE))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType("application/json")
                        .content("{" + more + REASON + "}"))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        return answer.getContentAsString();
    }

    private String budgets(String more) throws Exception {
        return http.perform(
                        get(PATH + "/budgets" + more).header("Authorization", Tokens.bearer("globex", Role.FINANCE)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
