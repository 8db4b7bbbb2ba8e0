package dev.tandem.credit.cut;

import static dev.tandem.credit.Given.GUS;
import static dev.tandem.credit.Given.MARCH_14;
import static dev.tandem.credit.Given.counterparts;
import static dev.tandem.credit.Given.deal;
import static dev.tandem.credit.Given.fixed;
import static dev.tandem.credit.Given.in;
import static dev.tandem.credit.Given.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.JsonPath;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.deal.DealChanged.Status;
import dev.tandem.credit.Given;
import dev.tandem.credit.ServiceTest;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same credit, cut otherwise: every cut comes to the same total.
class CutEndpointsTest extends ServiceTest {
    private static final PartnershipId PARTNERSHIP = new PartnershipId("cuts");
    private static final String PATH = "/credit/partnerships/cuts/cuts?by=";

    @BeforeEach
    void play() {
        platform.says(1, in(PARTNERSHIP, Given.agreed(fixed("60%", "40%"))));
        platform.says(1, in(PARTNERSHIP, counterparts(GUS)));
        var routers = in(PARTNERSHIP, deal("d1", 1, Money.of("100.00", "USD"), Status.WON))
                .of("=Routers");
        platform.says(routers);
        platform.says(in(PARTNERSHIP, deal("d2", 1, Money.of("10.00", "EUR"), Status.WON)));
        var april = on(deal("d3", 1, Money.of("50.00", "USD"), Status.WON), MARCH_14.plusMonths(1));
        platform.says(in(PARTNERSHIP, april).of("=Routers"));
        await().atMost(SOON)
                .ignoreException(com.jayway.jsonpath.PathNotFoundException.class)
                .untilAsserted(() -> assertThat(rows(PATH + "deal", "deal"))
                        .containsExactly("cuts-d1 100.00 USD", "cuts-d2 10.00 EUR", "cuts-d3 50.00 USD"));
    }

    @Test
    void sumsByWhateverIsAskedAndNeverOverCurrencies() throws Exception {
        assertThat(rows(PATH + "product", "product")).containsExactly(" 10.00 EUR", "=Routers 150.00 USD");
        assertThat(rows(PATH + "account", "account"))
                .containsExactly("cuts-account 10.00 EUR", "cuts-account 150.00 USD");
        assertThat(rows(PATH + "rep", "rep"))
                .containsExactly("rep-anna 6.00 EUR", "rep-anna 90.00 USD", "rep-gus 4.00 EUR", "rep-gus 60.00 USD");
        assertThat(rows(PATH + "period", "period"))
                .containsExactly("2026-03 10.00 EUR", "2026-03 100.00 USD", "2026-04 50.00 USD");
        assertThat(rows(PATH + "credit_type", "credit_type"))
                .containsExactly("REVENUE 10.00 EUR", "REVENUE 150.00 USD");
    }

    @Test
    void leadsFromAFigureToItsDeals() throws Exception {
        assertThat(rows(PATH + "deal&product==Routers&rep=rep-gus", "deal"))
                .containsExactly("cuts-d1 40.00 USD", "cuts-d3 20.00 USD");
        assertThat(rows(PATH + "company,deal&period=2026-04&company=acme", "deal"))
                .containsExactly("cuts-d3 30.00 USD");
        assertThat(rows(PATH + "deal&asOf=0", "deal")).isEmpty();
        assertThat(rows(PATH + "deal&effectiveThrough=2026-03-31&currency=USD", "deal"))
                .containsExactly("cuts-d1 100.00 USD");
        assertThat(rows(PATH + "deal&effectiveThrough=2026-03-13", "deal")).isEmpty();
    }

    /// Whatever is asked for, the figure of the cut is the sum of the journal's lines, in JSON page by page and in the
    /// files, and what the deals gave stands beside it to zero.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rep=rep-gus&currency=USD",
                "company=acme&period=2026-03&currency=USD",
                "product==Routers&rep=rep-anna",
                "account=cuts-account&creditType=REVENUE&currency=EUR",
                "deal=cuts-d3",
                "deal=cuts-d3&asOf=0",
                "creditType=OVERLAY",
                "currency=USD"
            })
    void leadsFromAFigureToItsLinesInJsonAndInFilesAlike(String of) throws Exception {
        var figure = sum(answer(PATH + "credit_type&" + of, "acme"), "$.items[*].amount.amount");
        var lines = "$.items[*].lines[?(@.rep)].amount.amount";
        var all = "$.items[*].lines[*].amount.amount";
        var credits = BigDecimal.ZERO;
        var zero = BigDecimal.ZERO;
        var path = "/credit/partnerships/cuts/journal?limit=1&" + of;
        for (var page = answer(path, "acme"); ; page = answer(path + "&cursor=" + next(page), "acme")) {
            credits = credits.add(sum(page, lines));
            zero = zero.add(sum(page, all));
            assertThat(JsonPath.<List<Object>>read(page, "$.items[?(!@.lines[0])]"))
                    .isEmpty();
            if (next(page).isEmpty()) {
                break;
            }
        }
        assertThat(credits).isEqualByComparingTo(figure);
        assertThat(zero).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(ofFile(answer("/credit/partnerships/cuts/journal/csv?" + of, "acme")))
                .isEqualByComparingTo(figure);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cuts?by=rep&",
                "/journal?",
                "/journal/csv?",
                "/journal/xlsx?",
                "/journal/pdf?",
                "/journal/ledger?"
            })
    void namesTheFilterThatNothingCouldBeOf(String path) throws Exception {
        var bad = "period=2026-13&company=initech&currency=EURO&creditType=FAME";
        var answer = answer("/credit/partnerships/cuts" + path + bad, "acme");
        assertThat(JsonPath.<List<String>>read(answer, "$.violations[*].field"))
                .containsExactly("period", "company", "currency", "creditType");
        assertThat(JsonPath.<List<String>>read(answer, "$.violations[*].rule"))
                .containsExactly("MALFORMED", "NOT_A_PARTY", "UNKNOWN", "UNKNOWN");
        assertThat(answer("/credit/partnerships/cuts" + path + "asOf=x", "acme"))
                .contains("\"field\":\"asOf\",\"rule\":\"RANGE\"");
    }

    @Test
    void sumsByPartnerOverAllOfACompanysPartnerships() throws Exception {
        var path = "/credit/companies/acme/cuts?";
        var one = "rep=rep-anna&deal=cuts-d1&by=partnership,company";
        assertThat(rows(path + one, "partnership")).containsExactly("cuts 60.00 USD");
        assertThat(rows(path + "by=partnership&account=cuts-account", "partnership"))
                .containsExactly("cuts 6.00 EUR", "cuts 90.00 USD");
        assertThat(rows(path + "account=cuts-account&rep=rep-gus", "partnership"))
                .isEmpty();
        assertThat(answer(path + "company=globex", "acme")).contains("NOT_A_PARTY");
        assertThat(answer(path + "asOf=1", "acme")).contains("\"field\":\"asOf\",\"rule\":\"OF_ONE_PARTNERSHIP\"");
        assertThat(answer(path, "globex")).isEqualTo(answer("/credit/companies/never/cuts", "globex"));
        assertThat(http.perform(get(path + "account=cuts-account")
                                .header("Authorization", Tokens.bearer("acme", Role.FINANCE))
                                .header("Accept", "text/csv"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("cuts,REVENUE,6.00,EUR,1\r\ncuts,REVENUE,90.00,USD,2\r\n");
    }

    private static String next(String page) {
        return JsonPath.<List<String>>read(page, "$..next").stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static BigDecimal sum(String json, String path) {
        return JsonPath.<List<String>>read(json, path).stream()
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal ofFile(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream()
                .filter(row -> !row.getField("rep").isEmpty())
                .map(row -> new BigDecimal(row.getField("amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void writesTheSameAsCsvWithTextsEscapedAndNumbersNot() throws Exception {
        var csv = http.perform(get(PATH + "product")
                        .header("Authorization", Tokens.bearer("globex", Role.FINANCE))
                        .header("Accept", "text/csv"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(csv)
                .isEqualTo(
                        "product,type,amount,currency,lines\r\n,REVENUE,10.00,EUR,2\r\n'=Routers,REVENUE,150.00,USD,4\r\n");
    }

    @Test
    void namesACutThatThereIsNotAndShowsNothingToAThirdCompany() throws Exception {
        var unknown = answer(PATH + "weather", "acme");
        assertThat(JsonPath.<List<String>>read(unknown, "$.violations[*].field"))
                .containsExactly("by");
        assertThat(answer(PATH + "rep", "initech")).isEqualTo(answer(PATH.replace("cuts/", "never/") + "rep", "acme"));
    }

    private List<String> rows(String path, String of) throws Exception {
        var answer = answer(path, "acme");
        var names = JsonPath.<List<String>>read(answer, "$.items[*].of." + of);
        var amounts = JsonPath.<List<String>>read(answer, "$.items[*].amount.amount");
        var currencies = JsonPath.<List<String>>read(answer, "$.items[*].amount.currency");
        return IntStream.range(0, names.size())
                .mapToObj(i -> names.get(i) + " " + amounts.get(i) + " " + currencies.get(i))
                .toList();
    }

    private String answer(String path, String company) throws Exception {
        return http.perform(get(path).header("Authorization", Tokens.bearer(company, Role.FINANCE)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
