package dev.tandem.credit.settlement;

import static dev.tandem.credit.Given.GUS;
import static dev.tandem.credit.Given.counterparts;
import static dev.tandem.credit.Given.deal;
import static dev.tandem.credit.Given.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.tandem.contracts.GoldenSample;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.deal.DealChanged.Status;
import dev.tandem.credit.ServiceTest;
import dev.tandem.credit.expense.GivenExpense;
import dev.tandem.kit.delivery.GoldenEvents;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.mock.web.MockHttpServletResponse;

/// Expenses and credit of a month, settled between Acme and Globex.
class SettlementTest extends ServiceTest {
    private static final String DINNER = """
            {"paid": {"host": "globex", "category": "DINNER", "on": "2026-03-20", "heads": 5,
                      "amount": {"amount": "600.00", "currency": "USD"}, "evidence": "receipt 4711"},
             "submit": true, "reason": {"code": "DINNER", "sentence": "With the customer."}}""";
    private static final String BECAUSE = "{\"reason\": {\"code\": \"SEEN\", \"sentence\": \"As the receipt says.\"}}";

    @Autowired
    private MongoTemplate mongo;

    @Test
    void netsTheTwoCapDinnerAndCreditIntoOneBalanceThatBothSign() throws Exception {
        var partnership = story("settled");
        platform.says(1, in(partnership, counterparts(GUS)));
        platform.says(in(partnership, deal("d1", 1, Money.of("1000.00", "USD"), Status.WON)));
        awaitNet(partnership, "600.00", "400.00");
        var dinner = entered(partnership, "acme", DINNER);
        assertThat(said(partnership, "globex", dinner, "confirmation", BECAUSE, 1)
                        .getStatus())
                .isEqualTo(200);
        assertThat(answer(run(partnership, "2026-03"), "$.posted")).isEqualTo("2");
        assertThat(answer(run(partnership, "2026-03"), "$.posted")).isEqualTo("0");
        var view = period(partnership, "2026-03");
        // Globex bears 200.00 of the dinner that Acme paid; Acme owes 10 % of the 400.00 credited to Globex.
        assertThat(JsonPath.<List<String>>read(view, "$.balances[*].amount.amount"))
                .containsExactly("160.00");
        assertThat(JsonPath.<List<String>>read(view, "$.balances[*].creditor")).containsExactly("acme");
        assertThat(JsonPath.<List<String>>read(view, "$.balances[*].expenses.amount"))
                .containsExactly("200.00");
        assertThat(JsonPath.<List<String>>read(view, "$.balances[*].credit.amount"))
                .containsExactly("-40.00");
        var hash = JsonPath.<String>read(view, "$.statementHash");
        assertThat(sign(partnership, "pat", "acme", "2026-03", hash).getStatus())
                .isEqualTo(200);
        assertThat(sign(partnership, "another", "acme", "2026-03", hash).getContentAsString())
                .contains("\"field\":\"company\",\"rule\":\"ALREADY_SIGNED\"");
        assertThat(period(partnership, "2026-03")).doesNotContain("signedAt");
        assertThat(sign(partnership, "gia", "globex", "2026-03", hash).getContentAsString())
                .contains("signedAt");
        assertThat(sign(partnership, "pat", "acme", "2026-03", hash).getContentAsString())
                .contains("\"field\":\"period\",\"rule\":\"PERIOD_OUT_OF_ORDER\"");
        var sample = GoldenSample.of("SettlementSigned")
                .with("p-1", "settled")
                .with("2026-02", "2026-03")
                .with("sha256:0f", hash)
                .with("aurora", "acme")
                .with("borealis", "globex")
                .with("1234.50", "160.00");
        await().atMost(SOON)
                .untilAsserted(() -> new GoldenEvents(broker.getBrokersAsString(), "credit")
                        .assertSent(Topics.CREDITS, "settled", sample, List.of("/linkSeq")));
    }

    @Test
    void aCorrectionAfterTheSignaturesIsATrueUpInTheNextPeriod() throws Exception {
        var partnership = story("true-up");
        var dinner = entered(partnership, "acme", DINNER);
        said(partnership, "globex", dinner, "confirmation", BECAUSE, 1);
        run(partnership, "2026-03");
        var hash = JsonPath.<String>read(period(partnership, "2026-03"), "$.statementHash");
        sign(partnership, "pat", "acme", "2026-03", hash);
        sign(partnership, "gia", "globex", "2026-03", hash);
        var corrected = DINNER.replace("600.00", "300.00").replace("\"submit\": true,", "");
        assertThat(said(partnership, "acme", dinner, "correction", corrected, 2).getStatus())
                .isEqualTo(200);
        // Until Globex agrees, what it confirmed before stands.
        assertThat(answer(run(partnership, "2026-04"), "$.posted")).isEqualTo("0");
        said(partnership, "globex", dinner, "confirmation", BECAUSE, 3);
        assertThat(answer(run(partnership, "2026-04"), "$.posted")).isEqualTo("1");
        var april = period(partnership, "2026-04");
        assertThat(JsonPath.<List<String>>read(april, "$.balances[*].trueUps.amount"))
                .containsExactly("50.00");
        assertThat(JsonPath.<List<String>>read(april, "$.balances[*].creditor")).containsExactly("globex");
        assertThat(JsonPath.<String>read(period(partnership, "2026-03"), "$.statementHash"))
                .isEqualTo(hash);
        var known = read(partnership, "globex", "/settlement/periods/2026-03?asOf=1");
        assertThat(JsonPath.<String>read(known, "$.statementHash")).isEqualTo(hash);
        assertThat(known).doesNotContain("signedAt");
        assertThat(read(partnership, "globex", "/settlement/periods/2026-03?asOf=2"))
                .contains("signedAt");
        assertThat(read(partnership, "globex", "/settlement/periods/2026-04?asOf=2"))
                .contains("\"balances\":[]");
        assertThat(read(partnership, "globex", "/settlement/periods/2026-04?asOf=9"))
                .contains("\"field\":\"asOf\",\"rule\":\"RANGE\"");
        var lines = read(partnership, "globex", "/settlement/periods/2026-04/lines");
        assertThat(lines).contains("200.00 USD were posted before, so -50.00 USD is posted now.", "2026-03");
        assertThat(read(partnership, "acme", "/expenses/budgets")).contains("\"left\":{\"amount\":\"700.00\"");
    }

    /// Each party's position with what it is for beside it, so that the books of each balance by themselves.
    @Test
    void writesTheJournalOfEachPartyBalancedByItself() throws Exception {
        var partnership = story("booked");
        platform.says(1, in(partnership, counterparts(GUS)));
        platform.says(in(partnership, deal("d1", 1, Money.of("1000.00", "USD"), Status.WON)));
        awaitNet(partnership, "600.00", "400.00");
        said(partnership, "globex", entered(partnership, "acme", DINNER), "confirmation", BECAUSE, 1);
        run(partnership, "2026-03");
        var journal = "/settlement/journal";
        var acme = read(partnership, "globex", journal + "/csv?company=acme&period=2026-03&currency=USD");
        var amounts = CsvReader.builder().ofNamedCsvRecord(acme).stream()
                .map(row -> row.getField("account").split(":", -1)[1] + " " + row.getField("amount"))
                .toList();
        assertThat(amounts).containsExactlyInAnyOrder("owed 200.00", "EXPENSE -200.00", "owed -40.00", "CREDIT 40.00");
        var ledger = read(partnership, "acme", journal + "/ledger?company=globex");
        assertThat(ledger)
                .contains("globex:owed:acme  -200.00 USD", "globex:CREDIT:booked-d1  -40.00 USD")
                .doesNotContain("acme:");
        assertThat(call("/credit/partnerships/booked" + journal + "/xlsx", Tokens.bearer("acme", Role.FINANCE))
                        .getContentAsByteArray())
                .startsWith('P', 'K');
        assertThat(read(partnership, "acme", journal + "/csv?period=2026-13&company=initech"))
                .contains("\"field\":\"period\"", "\"field\":\"company\"");
        for (var format : List.of("/csv", "/xlsx", "/ledger")) {
            var url = "/credit/partnerships/booked" + journal + format;
            assertThat(call(url, Tokens.bearer("initech", Role.FINANCE)).getStatus())
                    .isEqualTo(404);
            assertThat(call(url, Tokens.bearer("acme", Role.ALLIANCE_MANAGER)).getStatus())
                    .isEqualTo(403);
        }
    }

    @Test
    void whatIsContestedOrNotConfirmedIsNotSettled() throws Exception {
        var partnership = story("contested");
        var dinner = entered(partnership, "acme", DINNER);
        assertThat(answer(run(partnership, "2026-03"), "$.posted")).isEqualTo("0");
        assertThat(code(said(partnership, "acme", dinner, "confirmation", BECAUSE, 1)))
                .isEqualTo("SELF_APPROVAL");
        said(partnership, "globex", dinner, "contest", BECAUSE, 1);
        assertThat(answer(run(partnership, "2026-03"), "$.posted")).isEqualTo("0");
        assertThat(said(partnership, "globex", dinner, "confirmation", BECAUSE, 1)
                        .getStatus())
                .isEqualTo(412);
        said(partnership, "globex", dinner, "confirmation", BECAUSE, 2);
        assertThat(answer(run(partnership, "2026-03"), "$.posted")).isEqualTo("1");
        said(partnership, "acme", dinner, "withdrawal", BECAUSE, 3);
        var hash = JsonPath.<String>read(period(partnership, "2026-03"), "$.statementHash");
        assertThat(code(sign(partnership, "pat", "acme", "2026-03", hash))).isEqualTo("RUN_FIRST");
        run(partnership, "2026-03");
        assertThat(JsonPath.<List<String>>read(period(partnership, "2026-03"), "$.balances[*].amount.amount"))
                .containsExactly("0.00");
    }

    @Test
    void refusesAnotherRunUnderAKeyThatWasUsed() throws Exception {
        var partnership = story("keyed");
        var acme = Tokens.bearer("acme", Role.FINANCE);
        var globex = Tokens.bearer("globex", Role.FINANCE);
        var path = "/settlement/runs";
        var march = "{\"through\": \"2026-03\"}";
        var april = "{\"through\": \"2026-04\"}";
        assertThat(keyed("k", partnership, acme, path, march).getStatus()).isEqualTo(200);
        assertThat(keyed("k", partnership, acme, path, march).getStatus()).isEqualTo(200);
        assertThat(keyed("k", partnership, acme, path, april).getStatus()).isEqualTo(422);
        assertThat(keyed("k", partnership, globex, path, april).getStatus()).isEqualTo(200);
    }

    @Test
    void nobodySeesADraftButWhoPaid() throws Exception {
        var partnership = story("draft");
        var draft = entered(partnership, "acme", DINNER.replace("true", "false"));
        var path = "/credit/partnerships/" + partnership + "/expenses/";
        assertThat(call(path + draft, Tokens.bearer("acme", Role.FINANCE)).getStatus())
                .isEqualTo(200);
        var foreign = call(path + draft, Tokens.bearer("globex", Role.FINANCE));
        var never = call(path + "never", Tokens.bearer("globex", Role.FINANCE));
        assertThat(foreign.getStatus()).isEqualTo(404);
        assertThat(foreign.getContentAsString()).isEqualTo(never.getContentAsString());
        assertThat(read(partnership, "globex", "/expenses")).isEqualTo("{\"items\":[]}");
        assertThat(read(partnership, "globex", "/expenses/budgets")).contains("\"waiting\":{\"amount\":\"0.00\"");
        assertThat(said(partnership, "globex", draft, "confirmation", BECAUSE, 1)
                        .getStatus())
                .isEqualTo(404);
        for (var each : List.of("/expenses", "/expenses/" + draft, "/expenses/budgets", "/settlement/periods")) {
            var url = "/credit/partnerships/" + partnership + each;
            assertThat(call(url, Tokens.bearer("initech", Role.FINANCE)).getStatus())
                    .isEqualTo(404);
            assertThat(call(url, Tokens.bearer("acme", Role.REP)).getStatus()).isEqualTo(403);
        }
        assertThat(said(partnership, "acme", draft, "submission", BECAUSE, 1).getStatus())
                .isEqualTo(200);
        assertThat(read(partnership, "globex", "/expenses"))
                .contains("receipt 4711")
                .doesNotContain("sub-");
    }

    @Test
    void namesTheFieldAndTheRuleOfWhatCannotBeEntered() throws Exception {
        var partnership = story("refused");
        assertThat(violation(partnership, DINNER.replace("DINNER\", \"on", "OPERA\", \"on")))
                .isEqualTo("paid.category NOT_SHARED");
        assertThat(violation(partnership, DINNER.replace("globex", "initech"))).isEqualTo("paid.host NOT_A_PARTY");
        assertThat(violation(partnership, DINNER.replace("600.00", "0.00"))).isEqualTo("paid.amount RANGE");
        assertThat(violation(partnership, DINNER.replace("600.00", "600.001"))).isEqualTo("paid.amount INVALID");
        assertThat(violation(partnership, DINNER.replace("\"heads\": 5", "\"heads\": 0")))
                .isEqualTo("paid.heads RANGE");
        assertThat(violation(partnership, DINNER.replace("USD", "EUR")))
                .isEqualTo("paid.amount.currency CAP_IN_OTHER_CURRENCY");
        assertThat(violation(partnership, DINNER.replace("2026-03-20", "2025-03-20")))
                .isEqualTo("paid.on NO_AGREEMENT");
        assertThat(violation(partnership, DINNER.replace("2026-03-20", "2999-03-20")))
                .isEqualTo("paid.on RANGE");
        assertThat(read(partnership, "acme", "/expenses")).isEqualTo("{\"items\":[]}");
    }

    @Test
    void namesALinkThatWasChangedInTheStore() throws Exception {
        var partnership = story("changed-link");
        var dinner = entered(partnership, "acme", DINNER);
        said(partnership, "globex", dinner, "confirmation", BECAUSE, 1);
        run(partnership, "2026-03");
        assertThat(read(partnership, "acme", "/settlement/verification")).isEqualTo("{\"links\":1,\"findings\":[]}");
        mongo.getCollection("settlement")
                .updateOne(
                        new Document("_id", "changed-link/000000000001"),
                        new Document("$set", new Document("state.cause", "somebody else")));
        assertThat(read(partnership, "acme", "/settlement/verification")).contains("Link 1 is not as it was written.");
    }

    private PartnershipId story(String name) {
        var partnership = new PartnershipId(name);
        platform.says(1, in(partnership, GivenExpense.agreed(null, "10%")));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                call("/credit/partnerships/" + name + "/expenses", Tokens.bearer("acme", Role.FINANCE))
                                        .getStatus())
                        .isEqualTo(200));
        return partnership;
    }

    private String entered(PartnershipId partnership, String company, String body) throws Exception {
        var answer = send(partnership, Tokens.bearer(company, Role.FINANCE), "/expenses", body);
        assertThat(answer.getStatus()).isEqualTo(201);
        return JsonPath.read(answer.getContentAsString(), "$.id");
    }

    private String violation(PartnershipId partnership, String body) throws Exception {
        var answer = send(partnership, Tokens.bearer("acme", Role.FINANCE), "/expenses", body);
        assertThat(answer.getStatus()).isEqualTo(400);
        var first = "$.violations[0].";
        return JsonPath.read(answer.getContentAsString(), first + "field") + " "
                + JsonPath.read(answer.getContentAsString(), first + "rule");
    }

    private MockHttpServletResponse said(
            PartnershipId partnership, String company, String expense, String step, String body, int version)
            throws Exception {
        return http.perform(post("/credit/partnerships/" + partnership + "/expenses/" + expense + "/" + step)
                        .header("Authorization", Tokens.bearer(company, Role.FINANCE))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("If-Match", "\"" + version + "\"")
                        .contentType("application/json")
                        .content(body))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse run(PartnershipId partnership, String through) throws Exception {
        var body = "{\"through\": \"" + through + "\"}";
        return send(partnership, Tokens.bearer("acme", Role.FINANCE), "/settlement/runs", body);
    }

    private MockHttpServletResponse sign(
            PartnershipId partnership, String person, String company, String period, String hash) throws Exception {
        return send(
                partnership,
                Tokens.bearerOf(person, company, Role.FINANCE),
                "/settlement/periods/" + period + "/signature",
                "{\"statementHash\": \"" + hash + "\"}");
    }

    private MockHttpServletResponse send(PartnershipId partnership, String token, String path, String body)
            throws Exception {
        return keyed(UUID.randomUUID().toString(), partnership, token, path, body);
    }

    private MockHttpServletResponse keyed(String key, PartnershipId partnership, String token, String path, String body)
            throws Exception {
        return http.perform(post("/credit/partnerships/" + partnership + path)
                        .header("Authorization", token)
                        .header("Idempotency-Key", key)
                        .contentType("application/json")
                        .content(body))
                .andReturn()
                .getResponse();
    }

    private String period(PartnershipId partnership, String period) throws Exception {
        return read(partnership, "acme", "/settlement/periods/" + period);
    }

    private String read(PartnershipId partnership, String company, String path) throws Exception {
        return call("/credit/partnerships/" + partnership + path, Tokens.bearer(company, Role.FINANCE))
                .getContentAsString();
    }

    private MockHttpServletResponse call(String path, String token) throws Exception {
        return http.perform(get(path).header("Authorization", token))
                .andReturn()
                .getResponse();
    }

    private static String answer(MockHttpServletResponse answer, String path) throws Exception {
        return JsonPath.read(answer.getContentAsString(), path).toString();
    }

    private static String code(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(409);
        return JsonPath.read(answer.getContentAsString(), "$.code");
    }
}
