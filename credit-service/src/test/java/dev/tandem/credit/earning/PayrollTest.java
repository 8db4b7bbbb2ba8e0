package dev.tandem.credit.earning;

import static dev.tandem.credit.Given.GIL;
import static dev.tandem.credit.Given.counterparts;
import static dev.tandem.credit.Given.deal;
import static dev.tandem.credit.Given.fixed;
import static dev.tandem.credit.Given.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.deal.DealChanged.Status;
import dev.tandem.credit.Given;
import dev.tandem.credit.ServiceTest;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.mock.web.MockHttpServletResponse;

/// One company's year, in order: what it pays for what it is credited. The rep sells in no other partnership, for a
/// company pays for all of them.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PayrollTest extends ServiceTest {
    private static final PartnershipId PARTNERSHIP = new PartnershipId("payroll");
    private static final String PLAN = """
            {"name": "ae", "effectiveFrom": "2026-07", "currency": "EUR",
             "calendar": {"@type": "Months", "startMonth": 7},
             "measures": [{"id": "revenue", "creditType": "REVENUE", "window": "YEAR"}],
             "incentives": [{"@type": "Flat", "id": "commission", "measure": "revenue", "rate": "10%"}],
             "holdPeriods": 1,
             "members": [{"rep": "rep-gil", "quota": {"amount": "100000.00", "currency": "EUR"}}]}""";
    private static final String OVERLAPPING = PLAN.replace(
            "{\"@type\": \"Flat\", \"id\": \"commission\", \"measure\": \"revenue\", \"rate\": \"10%\"}", """
            {"@type": "Tiers", "id": "commission", "measure": "revenue", "kind": "MARGINAL",
             "steps": [{"from": {"amount": "0.00", "currency": "EUR"}, "rate": "5%"},
                       {"from": {"amount": "0.00", "currency": "EUR"}, "rate": "8%"}]}""");
    private static final String RATES = """
            {"rates": [{"id": "ecb-2026-03-13", "from": "USD", "to": "EUR", "date": "2026-03-13", "value": "0.9"}]}""";

    @Autowired
    private MongoTemplate mongo;

    @Test
    @Order(1)
    void refusesARunThatLacksARateAndPostsNothing() throws Exception {
        platform.says(1, Given.anna());
        platform.says(1, Given.gil());
        platform.says(1, Given.gus());
        platform.says(1, in(PARTNERSHIP, Given.agreed(fixed("60%", "40%"))));
        platform.says(1, in(PARTNERSHIP, counterparts(GIL)));
        platform.says(in(PARTNERSHIP, deal("d1", 1, Money.of("1000.00", "USD"), Status.WON)));
        awaitNet(PARTNERSHIP, "600.00", "400.00");
        var proposed = send("globex", "plans", PLAN);
        assertThat(proposed.getStatus()).isEqualTo(201);
        assertThat(read("/credit/companies/globex/plans", Tokens.bearer("globex", Role.FINANCE)))
                .contains("\"plans\":[]");
        var id = JsonPath.<String>read(proposed.getContentAsString(), "$.id");
        var own = decide("pat@globex", id, "approval");
        assertThat(own.getStatus()).isEqualTo(400);
        assertThat(own.getContentAsString()).contains("approval.person", "SELF_APPROVAL");
        assertThat(decide("sam@globex", id, "approval").getStatus()).isEqualTo(200);
        assertThat(decide("sam@globex", id, "refusal").getStatus()).isEqualTo(409);
        assertThat(decide("sam@globex", "never", "approval").getStatus()).isEqualTo(404);
        var refused = run("2026-09");
        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getContentAsString()).contains("RATE_MISSING", "USD", "EUR", "2026-03-14");
        assertThat(statement("2026-09")).contains("\"statements\":[]");
    }

    @Test
    @Order(2)
    void postsWhatIsDueOnceHoweverOftenItRuns() throws Exception {
        assertThat(send("globex", "rates", RATES).getStatus()).isEqualTo(200);
        assertThat(run("2026-09").getContentAsString()).contains("\"entries\":1");
        assertThat(run("2026-09").getContentAsString()).contains("\"entries\":0");
        assertThat(totals("2026-09")).containsExactly("36.00");
        assertThat(payable("2026-09")).isEmpty();
        assertThat(payable("2026-10")).containsExactly("36.00");
        assertThat(statement("2026-09")).contains("ecb-2026-03-13", "Credit of 400.00 USD at 0.9");
    }

    @Test
    @Order(2)
    void refusesAnotherRunOrCloseUnderAKeyThatWasUsed() throws Exception {
        for (var path : List.of("earning-runs", "fiscal-closes")) {
            var body = path.equals("earning-runs") ? "{\"through\": \"%s\"}" : "{\"period\": \"%s\"}";
            var first = keyed("again", path, body.formatted("2026-08"));
            assertThat(keyed("again", path, body.formatted("2026-08")).getStatus())
                    .isEqualTo(first.getStatus());
            var other = keyed("again", path, body.formatted("2026-09"));
            assertThat(other.getStatus()).as(path).isEqualTo(422);
        }
        assertThat(statement("2026-09")).contains("\"closed\":false");
    }

    @Test
    @Order(3)
    void printsWhatTheStatementSaysToTheMinorUnitAndForNobodyElse() throws Exception {
        var path = "/credit/companies/globex/statements/rep-gil/pdf?period=2026-09";
        var printed = new PdfReader(
                answer(path, Tokens.bearer("globex", Role.FINANCE)).getContentAsByteArray());
        var text = new PdfTextExtractor(printed).getTextFromPage(1);
        assertThat(text).contains("Earned " + totals("2026-09").getFirst() + " EUR");
        assertThat(text)
                .contains(JsonPath.<String>read(statement("2026-09"), "$.statements[0].hash")
                        .substring(0, 20));
        var mine = answer("/credit/me/statements/pdf?period=2026-09", Tokens.bearerOf("u-gil", "globex", Role.REP));
        assertThat(new PdfTextExtractor(new PdfReader(mine.getContentAsByteArray())).getTextFromPage(1))
                .isEqualTo(text);
        for (var token : List.of(Tokens.bearer("acme", Role.FINANCE), Tokens.bearer("initech", Role.FINANCE))) {
            assertThat(answer(path, token).getStatus()).isEqualTo(404);
        }
        assertThat(answer(path, Tokens.bearer("globex", Role.REP)).getStatus()).isEqualTo(403);
        assertThat(answer(path.replace("rep-gil", "rep-anna"), Tokens.bearer("globex", Role.FINANCE))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    @Order(3)
    void showsARepTheirOwnStatementAndNobodyElse() throws Exception {
        var gil = read("/credit/me/statements?period=2026-09", Tokens.bearerOf("u-gil", "globex", Role.REP));
        assertThat(JsonPath.<List<String>>read(gil, "$.statements[*].totals[*].amount"))
                .containsExactly("36.00");
        var anna = read("/credit/me/statements?period=2026-09", Tokens.bearerOf("u-anna", "acme", Role.REP));
        assertThat(JsonPath.<List<String>>read(anna, "$.statements[*].totals[*].amount"))
                .isEmpty();
        await().atMost(SOON).untilAsserted(() -> {
            var gus = read("/credit/me/statements?period=2026-09", Tokens.bearerOf("u-gus", "globex", Role.REP));
            assertThat(JsonPath.<List<String>>read(gus, "$.statements[*].rep")).containsExactly("rep-gus");
            assertThat(gus).doesNotContain("36.00", "rep-gil");
        });
        assertThat(read("/credit/me/statements?period=2026-09", Tokens.bearerOf("u-gil", "acme", Role.REP)))
                .contains("\"statements\":[]");
    }

    @Test
    @Order(4)
    void aRefundAfterTheCloseIsPostedInTheNextPeriodAndTheClosedStatementStays() throws Exception {
        var outOfOrder = send("globex", "fiscal-closes", "{\"period\": \"2026-08\"}");
        assertThat(outOfOrder.getStatus()).isEqualTo(409);
        assertThat(outOfOrder.getContentAsString()).contains("\"field\":\"period\",\"rule\":\"PERIOD_OUT_OF_ORDER\"");
        assertThat(send("globex", "fiscal-closes", "{\"period\": \"2026-09\", \"acceptsOpenItems\": true}")
                        .getStatus())
                .isEqualTo(200);
        var closed = statement("2026-09");
        assertThat(closed).contains("\"closed\":true");
        platform.says(in(PARTNERSHIP, deal("d1", 2, Money.of("500.00", "USD"), Status.WON)));
        awaitNet(PARTNERSHIP, "300.00", "200.00");
        run("2026-12");
        assertThat(statement("2026-09")).isEqualTo(closed);
        assertThat(totals("2026-10")).containsExactly("-18.00");
        assertThat(payable("2026-10")).containsExactly("18.00");
        assertThat(JsonPath.<List<String>>read(statement("2026-10"), "$.statements[0].lines[*].earnedIn"))
                .containsExactly("2026-09");
    }

    /// What was said as of a link is said again, whatever was posted and closed since.
    @Test
    @Order(5)
    void givesStatementsAsTheyWereKnownAtALink() throws Exception {
        var path = "/credit/companies/globex/statements?period=2026-09&asOf=";
        var finance = Tokens.bearer("globex", Role.FINANCE);
        var first = read(path + 1, finance);
        assertThat(JsonPath.<List<String>>read(first, "$.statements[*].totals[*].amount"))
                .containsExactly("36.00");
        assertThat(first).contains("\"closed\":false");
        assertThat(read(path + 2, finance)).contains("\"closed\":true");
        assertThat(read(path.replace("2026-09", "2026-10") + 2, finance)).doesNotContain("-18.00");
        assertThat(read(path.replace("2026-09", "2026-10") + 3, finance)).contains("-18.00");
        assertThat(answer(path + "999", finance).getContentAsString())
                .contains("\"field\":\"asOf\",\"rule\":\"RANGE\"");
        var journal = "/credit/companies/globex/earnings/journal?asOf=";
        assertThat(JsonPath.<List<String>>read(read(journal + 1, finance), "$.items[*].amount.amount"))
                .containsExactly("36.00", "-36.00");
        assertThat(fields(answer(journal + "x", finance))).containsExactly("asOf");
    }

    @Test
    @Order(5)
    void explainsEachLineAsDataToo() throws Exception {
        var line = "$.statements[0].lines[0].";
        var earned = statement("2026-09");
        assertThat(JsonPath.<String>read(earned, line + "figures[0].measure")).isEqualTo("revenue");
        assertThat(JsonPath.<String>read(earned, line + "figures[0].credit.amount"))
                .isEqualTo("400.00");
        assertThat(JsonPath.<String>read(earned, line + "figures[0].rate.id")).isEqualTo("ecb-2026-03-13");
        assertThat(JsonPath.<String>read(earned, line + "figures[0].before")).isEqualTo("0");
        assertThat(JsonPath.<String>read(earned, line + "figures[0].after")).isEqualTo("36000");
        assertThat(JsonPath.<String>read(earned, line + "figures[0].paysAfter")).isEqualTo("3600");
        assertThat(JsonPath.<String>read(statement("2026-10"), line + "replaces.amount"))
                .isEqualTo("36.00");
    }

    /// A draft is tried on past deals before anybody approves it, and nothing comes of that.
    @Test
    @Order(5)
    void triesADraftOnPastDealsBeforeAnybodyApprovesIt() throws Exception {
        var draft = send("globex", "plans", PLAN.replace("10%", "20%").replace("2026-07", "2027-01"));
        var id = JsonPath.<String>read(draft.getContentAsString(), "$.id");
        var finance = Tokens.bearer("globex", Role.FINANCE);
        var path = "/credit/companies/globex/plans/" + id + "/trial?period=2026-09";
        var tried = read(path + "&through=2026-12", finance);
        assertThat(JsonPath.<List<String>>read(tried, "$.changes[*].now.amount"))
                .containsExactly("18.00");
        assertThat(JsonPath.<List<String>>read(tried, "$.changes[*].then.amount"))
                .containsExactly("36.00");
        assertThat(JsonPath.<List<String>>read(tried, "$.changes[*].gain.amount"))
                .containsExactly("18.00");
        assertThat(fields(answer(path + "&through=2026-08", finance))).containsExactly("through");
        assertThat(read("/credit/companies/globex/plans/" + id + "/trial?period=2026-10", finance))
                .contains("\"changes\":[]");
        assertThat(totals("2026-09")).containsExactly("36.00");
        for (var company : List.of("acme", "initech")) {
            assertThat(answer(path, Tokens.bearer(company, Role.FINANCE)).getStatus())
                    .isEqualTo(404);
        }
        assertThat(answer(path, Tokens.bearer("globex", Role.REP)).getStatus()).isEqualTo(403);
        assertThat(decide("sam@globex", id, "refusal").getStatus()).isEqualTo(200);
    }

    @Test
    @Order(5)
    void namesWhatIsWrongWithPlansAndRates() throws Exception {
        var other = PLAN.replace("\"ae\"", "\"se\"");
        assertThat(fields(send("globex", "plans", other))).containsExactly("members[0].rep");
        assertThat(fields(send("globex", "plans", PLAN.replace("EUR", "USD")))).contains("currency");
        assertThat(fields(send("globex", "plans", PLAN.replace("\"measure\": \"revenue\"", "\"measure\": \"x\""))))
                .containsExactly("incentives[0].measure");
        assertThat(fields(send("globex", "rates", RATES.replace("0.9", "0.8")))).containsExactly("rates[0].id");
        assertThat(fields(send("globex", "rates", RATES.replace("0.9", "0").replace("ecb", "x"))))
                .containsExactly("rates[0].value");
        assertThat(fields(send("globex", "plans", PLAN.replace("\"EUR\"", "\"EURO\""))))
                .contains("currency");
        assertThat(fields(send("globex", "plans", OVERLAPPING))).containsExactly("incentives[0].steps[1].from");
        assertThat(fields(send("globex", "earning-runs", "{\"through\": \"2026-13\"}")))
                .containsExactly("through");
        assertThat(fields(send("globex", "earning-runs", "{\"through\": \"2099-01\"}")))
                .containsExactly("through");
    }

    @Test
    @Order(5)
    void importsAFileOfRatesWholeOrRefusesItLineByLine() throws Exception {
        var wrong = file("id,from,to,date,value\nx-1,USD,EUR,2026-03-16,0.91\nx-2,USD,EURO,16.3.2026,0.91\nx-3,USD\n");
        assertThat(fields(wrong)).containsExactly("line 4", "line 3, to", "line 3, date");
        assertThat(fields(file("id,from,to,date,value\nx-1,USD,EUR,2026-03-16,0.91\nx-2,USD,EUR,2026-03-17,-1\n")))
                .containsExactly("line 3.value");
        assertThat(fields(file("id,from,to,date,value\necb-2026-03-13,USD,EUR,2026-03-13,0.95\n")))
                .containsExactly("line 2.id");
        assertThat(fields(file("from,to\n"))).containsOnly("line 1");
        assertThat(read("/credit/companies/globex/rates", Tokens.bearer("globex", Role.FINANCE)))
                .doesNotContain("x-1");
        var good = file("id,from,to,date,value\necb-2026-03-13,USD,EUR,2026-03-13,0.9\nx-1,USD,EUR,2026-03-16,0.91\n");
        assertThat(good.getStatus()).isEqualTo(200);
        assertThat(JsonPath.<List<String>>read(good.getContentAsString(), "$.report[*].outcome"))
                .containsExactly("KNOWN", "NEW");
        assertThat(read("/credit/companies/globex/rates", Tokens.bearer("globex", Role.FINANCE)))
                .contains("x-1");
    }

    @Test
    @Order(5)
    void writesTheJournalInEachFormatTheSameAndBalanced() throws Exception {
        var finance = Tokens.bearer("globex", Role.FINANCE);
        var path = "/credit/companies/globex/earnings/journal";
        var csv = CsvReader.builder().ofNamedCsvRecord(read(path + "/csv", finance)).stream()
                .map(row -> row.getField("period") + " " + row.getField("account") + " " + row.getField("amount"))
                .toList();
        assertThat(csv)
                .containsExactly(
                        "2026-09 globex:rep-gil:commission 36.00",
                        "2026-09 globex:accrued:rep-gil -36.00",
                        "2026-10 globex:rep-gil:commission -18.00",
                        "2026-10 globex:accrued:rep-gil 18.00");
        var ledger = read(path + "/ledger?period=2026-10&currency=EUR", finance);
        assertThat(ledger)
                .contains("globex:rep-gil:commission  -18.00 EUR", "globex:accrued:rep-gil  18.00 EUR")
                .doesNotContain("36.00");
        assertThat(JsonPath.<List<String>>read(read(path, finance), "$.items[*].amount.amount"))
                .containsExactly("36.00", "-36.00", "-18.00", "18.00");
        assertThat(answer(path + "/xlsx", finance).getContentAsByteArray()).startsWith('P', 'K');
        assertThat(read(path + "/csv?currency=USD", finance).lines()).hasSize(1);
        for (var none : List.of("rep=rep-gus", "partnership=never", "deal=never", "plan=se")) {
            assertThat(read(path + "/csv?" + none, finance).lines()).as(none).hasSize(1);
            assertThat(read(path + "?" + none, finance)).as(none).contains("\"items\":[]");
        }
        var one = "?partnership=payroll&deal=payroll-d1&rep=rep-gil&plan=ae&period=2026-10";
        assertThat(JsonPath.<List<String>>read(read(path + one, finance), "$.items[*].amount.amount"))
                .containsExactly("-18.00", "18.00");
        assertThat(read(path + "/csv" + one, finance).lines()).hasSize(3);
        var malformed = answer(path + "?period=2026-13", finance);
        assertThat(malformed.getStatus()).isEqualTo(400);
        assertThat(fields(malformed)).containsExactly("period");
    }

    /// Two lines may say the very same: a page goes on behind the last one by its place, and not by what it says.
    @Test
    @Order(5)
    void pagesThroughEqualLinesWithoutMissingOrRepeatingOne() throws Exception {
        var finance = Tokens.bearer("globex", Role.FINANCE);
        var path = "/credit/companies/globex/earnings/journal";
        for (var filter : List.of("", "&period=2026-10", "&currency=EUR")) {
            var whole = JsonPath.<List<Object>>read(read(path + "?limit=50" + filter, finance), "$.items");
            var paged = new ArrayList<Object>();
            var cursor = "";
            do {
                var page = read(path + "?limit=1" + filter + cursor, finance);
                paged.addAll(JsonPath.<List<Object>>read(page, "$.items"));
                cursor = page.contains("\"next\"") ? "&cursor=" + JsonPath.<String>read(page, "$.next") : "";
            } while (!cursor.isEmpty());
            assertThat(paged).as(filter).hasSizeGreaterThan(1).isEqualTo(whole);
        }
    }

    @Test
    @Order(6)
    void answersThePartnerAStrangerAndAWrongRoleAlike() throws Exception {
        for (var path : List.of(
                "plans",
                "rates",
                "statements?period=2026-09",
                "earnings/verification",
                "earnings/journal",
                "earnings/journal/csv",
                "earnings/journal/xlsx",
                "earnings/journal/ledger",
                "fiscal-closes/2026-09",
                "disputes")) {
            var owner = answer("/credit/companies/globex/" + path, Tokens.bearer("globex", Role.FINANCE));
            assertThat(owner.getStatus()).as(path).isEqualTo(200);
            var partner = answer("/credit/companies/globex/" + path, Tokens.bearer("acme", Role.FINANCE));
            var stranger = answer("/credit/companies/globex/" + path, Tokens.bearer("initech", Role.FINANCE));
            var never = answer("/credit/companies/never/" + path, Tokens.bearer("acme", Role.FINANCE));
            assertThat(List.of(partner.getStatus(), stranger.getStatus(), never.getStatus()))
                    .containsExactly(404, 404, 404);
            assertThat(partner.getContentAsString())
                    .isEqualTo(stranger.getContentAsString())
                    .isEqualTo(never.getContentAsString());
            assertThat(answer("/credit/companies/globex/" + path, Tokens.bearer("globex", Role.REP))
                            .getStatus())
                    .isEqualTo(403);
        }
        for (var path : List.of("plans", "rates", "earning-runs", "fiscal-closes")) {
            assertThat(send("acme", "globex", path, "{}").getStatus()).isEqualTo(404);
        }
        assertThat(platform.heard("tandem.credits", "payroll-d1")).noneMatch(event -> event.contains("36.00"));
    }

    @Test
    @Order(7)
    void namesALinkThatWasChangedInTheStore() throws Exception {
        assertThat(verification()).contains("\"findings\":[]");
        mongo.getCollection("earnings")
                .updateOne(
                        new Document("_id", "globex/000000000001"),
                        new Document("$set", new Document("state.cause", "somebody else")));
        assertThat(verification()).contains("Link 1 is not as it was written.");
    }

    private String verification() throws Exception {
        return read("/credit/companies/globex/earnings/verification", Tokens.bearer("globex", Role.FINANCE));
    }

    private MockHttpServletResponse decide(String person, String proposal, String verdict) throws Exception {
        return http.perform(post("/credit/companies/globex/plans/" + proposal + "/" + verdict)
                        .header("Authorization", Tokens.bearerOf(person, "globex", Role.FINANCE))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType("application/json")
                        .content("{\"reason\": {\"code\": \"READ\", \"sentence\": \"Read and compared.\"}}"))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse file(String csv) throws Exception {
        return http.perform(post("/credit/companies/globex/rates/file")
                        .header("Authorization", Tokens.bearer("globex", Role.FINANCE))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType("text/csv")
                        .content(csv))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse run(String through) throws Exception {
        return send("globex", "earning-runs", "{\"through\": \"" + through + "\"}");
    }

    private String statement(String period) throws Exception {
        return read("/credit/companies/globex/statements?period=" + period, Tokens.bearer("globex", Role.FINANCE));
    }

    private List<String> totals(String period) throws Exception {
        return JsonPath.read(statement(period), "$.statements[*].totals[*].amount");
    }

    private List<String> payable(String period) throws Exception {
        return JsonPath.read(statement(period), "$.statements[*].payable[*].amount");
    }

    private MockHttpServletResponse send(String company, String path, String body) throws Exception {
        return send(company, company, path, body);
    }

    private MockHttpServletResponse send(String caller, String company, String path, String body) throws Exception {
        return posted(Tokens.bearer(caller, Role.FINANCE), UUID.randomUUID().toString(), company + "/" + path, body);
    }

    private MockHttpServletResponse keyed(String key, String path, String body) throws Exception {
        return posted(Tokens.bearer("globex", Role.FINANCE), key, "globex/" + path, body);
    }

    private MockHttpServletResponse posted(String token, String key, String path, String body) throws Exception {
        return http.perform(post("/credit/companies/" + path)
                        .header("Authorization", token)
                        .header("Idempotency-Key", key)
                        .contentType("application/json")
                        .content(body))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse answer(String path, String token) throws Exception {
        return http.perform(get(path).header("Authorization", token))
                .andReturn()
                .getResponse();
    }

    private String read(String path, String token) throws Exception {
        return answer(path, token).getContentAsString();
    }

    private static List<String> fields(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(400);
        return JsonPath.read(answer.getContentAsString(), "$.violations[*].field");
    }
}
