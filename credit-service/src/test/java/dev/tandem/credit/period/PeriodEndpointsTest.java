package dev.tandem.credit.period;

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
import dev.tandem.contracts.GoldenSample;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.deal.DealChanged.Status;
import dev.tandem.credit.Given;
import dev.tandem.credit.ServiceTest;
import dev.tandem.kit.delivery.GoldenEvents;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class PeriodEndpointsTest extends ServiceTest {

    @Test
    void closesWhenEveryPartySignedTheSameAndPostsARefundAfterThatInTheOpenPeriod() throws Exception {
        var partnership = story("closed");
        var hash = hash(partnership, "2026-03");
        assertThat(hash(partnership, "2026-03")).isEqualTo(hash);
        assertThat(sign(partnership, "acme", "2026-03", hash).getStatus()).isEqualTo(200);
        assertThat(period(partnership, "2026-03")).contains("OPEN").contains("\"current\":true");
        assertThat(sign(partnership, "globex", "2026-03", hash).getContentAsString())
                .contains("CLOSED");
        var before = report(partnership, Given.ACME, "2026-03");

        platform.says(in(partnership, deal("d1", 2, Money.of("80.00", "USD"), Status.WON)));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(posted(partnership, "2026-04")).containsExactly("-20.00"));
        var late = report(partnership, Given.GLOBEX, "2026-04");
        assertThat(JsonPath.<List<String>>read(late, "$.joint.lines[*].originPeriod"))
                .containsExactly("2026-03", "2026-03");
        assertThat(report(partnership, Given.ACME, "2026-03")).isEqualTo(before);
        assertThat(JsonPath.<String>read(before, "$.closing.statementHash")).isEqualTo(hash);
        assertThat(hash(partnership, "2026-03")).isEqualTo(hash);
        assertThat(posted(partnership, "2026-03")).containsExactly("100.00");
        var sample = GoldenSample.of("PeriodClosed")
                .with("p-1", "closed")
                .with("2026-02", "2026-03")
                .with("sha256:0f", hash);
        await().atMost(SOON)
                .untilAsserted(() -> new GoldenEvents(broker.getBrokersAsString(), "credit")
                        .assertSent(Topics.CREDITS, "closed", sample, List.of("/entrySeq")));
        assertThat(answer(partnership, "/journal/verification")).contains("\"findings\":[]");
    }

    @Test
    void aSignatureUnderAnOlderStatementDoesNotCount() throws Exception {
        var partnership = story("changed");
        var hash = hash(partnership, "2026-03");
        sign(partnership, "acme", "2026-03", hash);
        platform.says(in(partnership, deal("d1", 2, Money.of("80.00", "USD"), Status.WON)));
        awaitNet(partnership, "48.00", "32.00");
        assertThat(code(sign(partnership, "globex", "2026-03", hash))).isEqualTo("STATEMENT_CHANGED");
        var now = hash(partnership, "2026-03");
        assertThat(sign(partnership, "globex", "2026-03", now).getContentAsString())
                .contains("OPEN")
                .contains("\"current\":false")
                .contains("\"current\":true");
        assertThat(sign(partnership, "acme", "2026-03", now).getContentAsString())
                .contains("CLOSED");
    }

    @Test
    void oneCompanyAloneClosesNothingHoweverManyOfItsPeopleSign() throws Exception {
        var partnership = story("alone");
        var hash = hash(partnership, "2026-03");
        sign(partnership, "acme", "2026-03", hash);
        var second = http.perform(post(path(partnership) + "/2026-03/signature")
                        .header("Authorization", Tokens.bearerOf("somebody-else", "acme", Role.FINANCE))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType("application/json")
                        .content("{\"statementHash\": \"" + hash + "\", \"acceptsOpenItems\": true}"))
                .andReturn()
                .getResponse();
        assertThat(code(second)).isEqualTo("ALREADY_SIGNED");
        assertThat(JsonPath.<List<String>>read(second.getContentAsString(), "$.violations[*].field"))
                .containsExactly("company");
        assertThat(period(partnership, "2026-03")).contains("\"status\":\"OPEN\"");
    }

    @Test
    void refusesAPeriodOutOfOrderOneThatHasNotEndedAndOneThatIsClosed() throws Exception {
        var partnership = story("order");
        var outOfOrder = sign(partnership, "acme", "2026-05", "sha256:x");
        assertThat(code(outOfOrder)).isEqualTo("PERIOD_OUT_OF_ORDER");
        assertThat(outOfOrder.getContentAsString()).contains("\"field\":\"period\",\"rule\":\"PERIOD_OUT_OF_ORDER\"");
        var hash = hash(partnership, "2026-03");
        sign(partnership, "acme", "2026-03", hash);
        sign(partnership, "globex", "2026-03", hash);
        assertThat(code(sign(partnership, "acme", "2026-03", hash))).isEqualTo("PERIOD_CLOSED");
        assertThat(JsonPath.<String>read(answer(partnership, "/periods"), "$.next"))
                .isEqualTo("2026-04");
        assertThat(http.perform(get(path(partnership) + "/2026-13")
                                .header("Authorization", Tokens.bearer("acme", Role.FINANCE)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void asksWhoClosesToSayThatSomethingIsStillOpen() throws Exception {
        var partnership = story("open");
        platform.says(in(partnership, Given.ownedBy(deal("d2", 1, Money.of("5.00", "USD"), Status.WON), null)));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(period(partnership, "2026-03")).contains("DEALS_WAITING"));
        var hash = hash(partnership, "2026-03");
        var body = "{\"statementHash\": \"" + hash + "\", \"acceptsOpenItems\": false}";
        assertThat(code(send(partnership, "acme", "2026-03", body))).isEqualTo("ITEMS_OPEN");
        assertThat(sign(partnership, "acme", "2026-03", hash).getStatus()).isEqualTo(200);
    }

    @Test
    void answersAThirdCompanyAsIfNothingWereThere() throws Exception {
        var partnership = story("foreign");
        var theirs = sign(partnership, "initech", "2026-03", "sha256:x");
        var never = sign(new PartnershipId("never"), "initech", "2026-03", "sha256:x");
        assertThat(theirs.getStatus()).isEqualTo(404);
        assertThat(theirs.getContentAsString()).isEqualTo(never.getContentAsString());
    }

    @Test
    void readsBalancesOfAnyPairOfDateAndEntry() throws Exception {
        var partnership = story("pairs");
        platform.says(in(partnership, deal("d1", 2, Money.of("80.00", "USD"), Status.WON)));
        awaitNet(partnership, "48.00", "32.00");
        assertThat(amounts(answer(partnership, "/balances"))).containsExactly("48.00", "32.00");
        assertThat(amounts(answer(partnership, "/balances?effectiveThrough=2026-03-13")))
                .isEmpty();
        var first = JsonPath.<List<Integer>>read(
                        answer(partnership, "/journal"), "$.items[?(@.deal.net.amount=='100.00')].seq")
                .getLast();
        assertThat(amounts(answer(partnership, "/balances?effectiveThrough=2026-03-14&asOf=" + first)))
                .containsExactly("60.00", "40.00");
    }

    private static List<String> amounts(String balances) {
        return JsonPath.read(balances, "$.balances[*].amount.amount");
    }

    private PartnershipId story(String name) {
        var partnership = new PartnershipId(name);
        platform.says(1, in(partnership, Given.agreed(fixed("60%", "40%"))));
        platform.says(1, in(partnership, counterparts(GUS)));
        platform.says(in(partnership, deal("d1", 1, Money.of("100.00", "USD"), Status.WON)));
        awaitNet(partnership, "60.00", "40.00");
        return partnership;
    }

    private static String path(PartnershipId partnership) {
        return "/credit/partnerships/" + partnership + "/periods";
    }

    private String period(PartnershipId partnership, String period) throws Exception {
        return answer(partnership, "/periods/" + period);
    }

    private String hash(PartnershipId partnership, String period) throws Exception {
        return JsonPath.read(period(partnership, period), "$.statementHash");
    }

    private List<String> posted(PartnershipId partnership, String period) throws Exception {
        return JsonPath.read(report(partnership, Given.ACME, period), "$.joint.totals[*].posted.amount");
    }

    private String answer(PartnershipId partnership, String path) throws Exception {
        return http.perform(get("/credit/partnerships/" + partnership + path)
                        .header("Authorization", Tokens.bearer("acme", Role.FINANCE)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private MockHttpServletResponse sign(PartnershipId partnership, String company, String period, String hash)
            throws Exception {
        var body = "{\"statementHash\": \"" + hash + "\", \"acceptsOpenItems\": true}";
        return send(partnership, company, period, body);
    }

    private MockHttpServletResponse send(PartnershipId partnership, String company, String period, String body)
            throws Exception {
        return http.perform(post(path(partnership) + "/" + period + "/signature")
                        .header("Authorization", Tokens.bearer(company, Role.FINANCE))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType("application/json")
                        .content(body))
                .andReturn()
                .getResponse();
    }

    private static String code(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(409);
        return JsonPath.read(answer.getContentAsString(), "$.code");
    }
}
