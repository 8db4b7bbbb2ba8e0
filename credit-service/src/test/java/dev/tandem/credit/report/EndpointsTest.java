package dev.tandem.credit.report;

import static dev.tandem.credit.Given.GUS;
import static dev.tandem.credit.Given.agreed;
import static dev.tandem.credit.Given.counterparts;
import static dev.tandem.credit.Given.deal;
import static dev.tandem.credit.Given.fixed;
import static dev.tandem.credit.Given.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.deal.DealChanged.Status;
import dev.tandem.credit.Given;
import dev.tandem.credit.ServiceTest;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

class EndpointsTest extends ServiceTest {
    private static final PartnershipId PARTNERSHIP = new PartnershipId("endpoints");

    private static boolean told;

    /// Told once, for all tests here only read it.
    @BeforeEach
    void story() {
        if (!told) {
            platform.says(1, Given.anna());
            platform.says(1, Given.gus());
            platform.says(1, in(PARTNERSHIP, agreed(fixed("60%", "40%"))));
            platform.says(1, in(PARTNERSHIP, counterparts(GUS)));
            platform.says(in(PARTNERSHIP, deal("d2", 1, Money.of("0.00", "USD"), Status.WON)));
            platform.says(in(PARTNERSHIP, deal("d1", 1, Money.of("100.00", "USD"), Status.WON)));
            awaitNet(PARTNERSHIP, "60.00", "40.00");
            platform.says(in(PARTNERSHIP, deal("d1", 2, Money.of("50.00", "USD"), Status.WON)));
            awaitNet(PARTNERSHIP, "30.00", "20.00");
            told = true;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/credit/partnerships/%s/report?period=2026-03",
                "/credit/partnerships/%s/journal",
                "/credit/partnerships/%s/journal/verification",
                "/credit/partnerships/%s/journal/csv",
                "/credit/partnerships/%s/journal/xlsx",
                "/credit/partnerships/%s/journal/ledger?period=2026-03",
                "/credit/partnerships/%s/deals/endpoints-d1"
            })
    void answersAThirdCompanyAsIfThePartnershipDidNotExist(String path) throws Exception {
        var third = Tokens.bearer("initech", Role.FINANCE);
        var theirs = answer(path.formatted(PARTNERSHIP), third);
        var never = answer(path.formatted("never-issued"), third);
        assertThat(theirs.getStatus()).isEqualTo(404);
        assertThat(theirs.getContentAsString()).isEqualTo(never.getContentAsString());
        assertThat(theirs.getHeaderNames()).isEqualTo(never.getHeaderNames());
        assertThat(answer(path.formatted(PARTNERSHIP), Tokens.bearer("acme", Role.REP))
                        .getStatus())
                .isEqualTo(403);
        assertThat(answer(path.formatted(PARTNERSHIP), Tokens.bearer("acme", Role.FINANCE))
                        .getStatus())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13", "2026", "March", ""})
    void namesThePeriodThatIsNone(String period) throws Exception {
        var answer = answer("/credit/partnerships/endpoints/report?period=" + period, finance("acme"));
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(JsonPath.<List<String>>read(answer.getContentAsString(), "$..field"))
                .containsExactly("period");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "999999", "x"})
    void namesTheEntryThatThereIsNot(String asOf) throws Exception {
        var answer = answer("/credit/partnerships/endpoints/report?period=2026-03&asOf=" + asOf, finance("acme"));
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(JsonPath.<List<String>>read(answer.getContentAsString(), "$..field"))
                .containsExactly("asOf");
    }

    @Test
    void reportsAPeriodWithoutDealsAsEmpty() throws Exception {
        var report = answer("/credit/partnerships/endpoints/report?period=2020-01", finance("globex"))
                .getContentAsString();
        assertThat(JsonPath.<Integer>read(report, "$.joint.deals.received")).isZero();
        assertThat(JsonPath.<List<String>>read(report, "$.joint.lines")).isEmpty();
    }

    @Test
    void saysWhichDealsAreNotCreditedAndWhy() throws Exception {
        var report = answer("/credit/partnerships/endpoints/report?period=2026-03", finance("globex"))
                .getContentAsString();
        assertThat(JsonPath.<Integer>read(report, "$.joint.deals.received")).isEqualTo(2);
        assertThat(JsonPath.<List<String>>read(report, "$.joint.deals.notCreditedByReason[*].code"))
                .containsExactly("NOTHING_LEFT");
        assertThat(JsonPath.<List<String>>read(report, "$.joint.deals.notCreditedByReason[*].deals[*].deal"))
                .containsExactly("endpoints-d2");
    }

    @Test
    void writesTheSameReportAsCsv() throws Exception {
        var response = http.perform(get("/credit/partnerships/endpoints/report?period=2026-03")
                        .header("Authorization", finance("acme"))
                        .accept("text/csv"))
                .andReturn()
                .getResponse();
        assertThat(response.getContentType()).startsWith("text/csv");
        assertThat(response.getContentAsString().lines())
                .anyMatch(row -> row.startsWith("LINE,2026-03,")
                        && row.contains(",acme,rep-anna,'=Anna Acme,REVENUE,-30.00,USD,")
                        && row.contains("60.00 USD were posted before, so -30.00 USD is posted now"))
                .anyMatch(row -> row.contains("CLOSING,2026-03,,,,,,,,,,REVENUE,50.00,USD,"))
                .anyMatch(row -> row.startsWith("DEALS_NOT_CREDITED,2026-03,") && row.contains(",1,NOTHING_LEFT,"))
                .allMatch(row -> row.contains("2026-03") || row.startsWith("record,"));
    }

    @Test
    void pagesThroughTheWholeJournalAndVerifiesIt() throws Exception {
        var verification = answer("/credit/partnerships/endpoints/journal/verification", finance("globex"))
                .getContentAsString();
        var entries = JsonPath.<Integer>read(verification, "$.entries");
        assertThat(JsonPath.<List<String>>read(verification, "$.findings")).isEmpty();
        var seqs = new ArrayList<Integer>();
        var path = "/credit/partnerships/endpoints/journal?limit=2";
        for (var next = ""; next != null; next = next(path, next, seqs)) {
            assertThat(seqs).hasSizeLessThan(entries);
        }
        assertThat(seqs).isEqualTo(IntStream.rangeClosed(1, entries).boxed().toList());
    }

    private @Nullable String next(String path, String cursor, List<Integer> seqs) throws Exception {
        var page = answer(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor), finance("acme"))
                .getContentAsString();
        seqs.addAll(JsonPath.<List<Integer>>read(page, "$.items[*].seq"));
        return JsonPath.<List<String>>read(page, "$..next").stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Test
    void writesTheJournalAsFiles() throws Exception {
        var ledger = answer("/credit/partnerships/endpoints/journal/ledger", finance("acme"));
        assertThat(ledger.getContentAsString())
                .contains("acme:rep-anna:REVENUE  -30.00 USD", "deal:endpoints-d1  50.00 USD");
        var csv = answer("/credit/partnerships/endpoints/journal/csv?period=2026-03", finance("globex"));
        assertThat(csv.getContentType()).startsWith("text/csv");
        assertThat(csv.getContentAsString().lines()).hasSizeGreaterThan(6);
        assertThat(answer("/credit/partnerships/endpoints/journal/csv?period=2020-01", finance("globex"))
                        .getContentAsString()
                        .lines())
                .hasSize(1);
    }

    @Test
    void writesTheJournalOfOneLegalEntityBalancedByItself() throws Exception {
        var path = "/credit/partnerships/endpoints/journal/ledger";
        var own = answer(path + "?company=globex&period=2026-03&currency=USD", finance("acme"))
                .getContentAsString();
        assertThat(own).contains("globex:rep-gus:REVENUE  40.00 USD", "deal:endpoints-d1  -40.00 USD");
        assertThat(own).doesNotContain("acme");
        assertThat(answer(path + "?company=globex&currency=EUR", finance("acme"))
                        .getContentAsString())
                .isEmpty();
        var none = answer(path + "?company=initech", finance("acme"));
        assertThat(none.getStatus()).isEqualTo(400);
        assertThat(none.getContentAsString()).contains("\"field\":\"company\",\"rule\":\"NOT_A_PARTY\"");
        var malformed = answer(path + "?period=2026-13", finance("acme"));
        assertThat(malformed.getContentAsString()).contains("\"field\":\"period\",\"rule\":\"MALFORMED\"");
    }

    @Test
    void showsADealsCreditWithOwnNamesOnly() throws Exception {
        var answer = answer("/credit/partnerships/endpoints/deals/endpoints-d1", finance("globex"))
                .getContentAsString();
        assertThat(JsonPath.<List<String>>read(answer, "$.credits[*].amount.amount"))
                .containsExactly("30.00", "20.00");
        assertThat(JsonPath.<List<String>>read(answer, "$.names[*].name")).containsExactly("Gus Globex");
        assertThat(answer).doesNotContain("Anna", "u-anna", "opp-d1");
        assertThat(answer("/credit/partnerships/endpoints/deals/unknown", finance("globex"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void showsARepTheirOwnCreditOnly() throws Exception {
        var byUser = Tokens.bearerOf("u-gus", "globex", Role.REP);
        var mine = answer("/credit/me/credits", byUser).getContentAsString();
        assertThat(JsonPath.<List<String>>read(mine, "$.items[?(@.partnership=='endpoints')].amount.amount"))
                .containsExactly("40.00", "-20.00");
        assertThat(mine).doesNotContain("rep-anna");
        var byEmail = Tokens.bearerOf("u-gus@x.test", "globex", Role.REP);
        assertThat(answer("/credit/me/credits", byEmail).getContentAsString()).isEqualTo(mine);
        var otherCompany = Tokens.bearerOf("u-gus", "acme", Role.REP);
        assertThat(answer("/credit/me/credits", otherCompany).getContentAsString())
                .contains("\"items\":[]");
    }

    private static String finance(String company) {
        return Tokens.bearer(company, Role.FINANCE);
    }

    private MockHttpServletResponse answer(String path, String token) throws Exception {
        return http.perform(get(path).header("Authorization", token))
                .andReturn()
                .getResponse();
    }
}
