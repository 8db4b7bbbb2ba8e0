package dev.tandem.credit.report;

import static dev.tandem.credit.Given.GUS;
import static dev.tandem.credit.Given.SIGNED;
import static dev.tandem.credit.Given.counterparts;
import static dev.tandem.credit.Given.deal;
import static dev.tandem.credit.Given.fixed;
import static dev.tandem.credit.Given.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Topic;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.deal.DealChanged.Status;
import dev.tandem.contracts.partnership.CreditingPolicy;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.contracts.partnership.CreditingPolicy.Mode;
import dev.tandem.contracts.partnership.Recognition;
import dev.tandem.contracts.partnership.WeightModel;
import dev.tandem.credit.Given;
import dev.tandem.credit.ServiceTest;
import dev.tandem.kit.web.Role;
import dev.tandem.kit.web.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Recognition points over HTTP: a section of their own everywhere, and in no sum of money.
class PointsTest extends ServiceTest {
    private static final PartnershipId PARTNERSHIP = new PartnershipId("points");

    @Test
    void showsPointsApartFromCreditAndTakesThemBackWithIt() throws Exception {
        platform.says(1, Given.anna());
        platform.says(1, Given.gus());
        platform.says(1, in(PARTNERSHIP, Given.partnership(List.of(Given.revision(1, policy(), SIGNED, null)))));
        platform.says(1, in(PARTNERSHIP, counterparts(GUS)));
        platform.says(in(PARTNERSHIP, deal("d1", 1, Money.of("100.00", "USD"), Status.WON)));
        awaitNet(PARTNERSHIP, "60.00", "40.00");
        platform.says(in(PARTNERSHIP, deal("d2", 1, Money.of("10.00", "USD"), Status.WON)));
        awaitNet(PARTNERSHIP, "66.00", "44.00");
        assertReported(List.of(8, 6), "66.00");
        platform.says(in(PARTNERSHIP, deal("d2", 2, Money.of("10.00", "USD"), Status.LOST)));
        awaitNet(PARTNERSHIP, "60.00", "40.00");
        assertReported(List.of(4, 3), "60.00");
        var deal = read("/credit/partnerships/points/deals/points-d2", Role.FINANCE);
        assertThat(JsonPath.<List<Integer>>read(deal, "$.entries[*].points[*].points"))
                .containsExactly(4, 3, -7, -4, -3, 7);
        assertThat(deal).contains("4 points posted before are taken back");
        assertThat(read("/credit/partnerships/points/journal/ledger", Role.FINANCE))
                .doesNotContain("points posted", "  4\n", "  7\n");
        var gus = read("/credit/partnerships/points/journal?rep=rep-gus&period=2026-03", Role.FINANCE);
        assertThat(JsonPath.<List<Integer>>read(gus, "$.items[*].points[*].points"))
                .containsExactly(3, -3, 3, -3, -3, 3);
        assertThat(read("/credit/partnerships/points/journal?currency=USD", Role.FINANCE))
                .doesNotContain("\"points\":[");
    }

    /// Each company its own people's, and the world what was posted; in no amount.
    @Test
    void tellsCompaniesSystemsWhatTheirPeopleHaveAndTakesItBack() throws Exception {
        var told = new PartnershipId("points-told");
        platform.says(1, Given.anna());
        platform.says(1, Given.gus());
        platform.says(1, in(told, Given.partnership(List.of(Given.revision(1, policy(), SIGNED, null)))));
        platform.says(1, in(told, counterparts(GUS)));
        platform.says(in(told, deal("d1", 1, Money.of("100.00", "USD"), Status.WON)));
        awaitNet(told, "60.00", "40.00");
        platform.says(in(told, deal("d1", 2, Money.of("100.00", "USD"), Status.LOST)));
        await().atMost(SOON).untilAsserted(() -> {
            // Both topics are asked for at once, for a topic is made by that, and what waits for one holds up the next.
            var acme = points(Topics.crmOut(Given.ACME), "$.points[*].points");
            var globex = points(Topics.crmOut(Given.GLOBEX), "$.points[*].points");
            assertThat(acme).containsExactly(List.of(4), List.of());
            assertThat(globex).containsExactly(List.of(3), List.of());
            assertThat(points(Topics.CREDITS, "$.posting.points[*].points"))
                    .containsExactly(List.of(4, 3), List.of(-4, -3));
        });
        assertThat(platform.heard(Topics.crmOut(Given.GLOBEX).name(), "points-told-d1"))
                .noneMatch(event -> event.contains("rep-anna"))
                .anyMatch(event -> event.contains("\"points\":[{\"rep\":\"rep-gus\""));
    }

    /// A rep whom the roster names only later is told with the CRM's id then.
    @Test
    void tellsAgainWithTheCrmsIdOnceTheRosterNamesTheRep() throws Exception {
        var late = new PartnershipId("told-late");
        var rep = new RepId("rep-late");
        platform.says(1, in(late, Given.agreed(fixed("60%", "40%"))));
        platform.says(1, in(late, counterparts(rep)));
        platform.says(in(late, deal("d1", 1, Money.of("100.00", "USD"), Status.WON)));
        awaitNet(late, "60.00", "40.00");
        platform.says(1, Given.rep(rep, Given.GLOBEX, "u-late", "Lea Late"));
        await().atMost(SOON).untilAsserted(() -> {
            platform.heard(Topics.crmOut(Given.ACME).name(), "told-late-d1");
            assertThat(platform.heard(Topics.crmOut(Given.GLOBEX).name(), "told-late-d1"))
                    .last()
                    .asString()
                    .contains("\"crmUser\":\"u-late\"");
        });
    }

    private List<List<Integer>> points(Topic<?> topic, String path) {
        return platform.heard(topic.name(), "points-told-d1").stream()
                .map(event -> JsonPath.using(Configuration.defaultConfiguration()
                                .addOptions(Option.ALWAYS_RETURN_LIST, Option.SUPPRESS_EXCEPTIONS))
                        .parse(event)
                        .<List<Integer>>read(path))
                .toList();
    }

    private void assertReported(List<Integer> points, String money) throws Exception {
        var report = report(PARTNERSHIP, Given.ACME, "2026-03");
        assertThat(JsonPath.<List<Integer>>read(report, "$.joint.points.companies[*].closing"))
                .isEqualTo(points);
        assertThat(closing(PARTNERSHIP, Given.ACME)).containsExactly(money);
        assertThat(JsonPath.<List<String>>read(report, "$.joint.totals[*].creditType"))
                .containsExactly("REVENUE");
        var csv = read("/credit/partnerships/points/report?period=2026-03", "text/csv");
        assertThat(csv)
                .contains("POINTS_CLOSING,2026-03,,,,,,,acme,,,,,," + points.getFirst() + ",,")
                .contains("POINTS_LINE");
        var balances = read("/credit/partnerships/points/balances?effectiveThrough=2026-03-31", Role.FINANCE);
        assertThat(JsonPath.<List<Integer>>read(balances, "$.points[*].points")).isEqualTo(points);
        var mine = JsonPath.<List<Integer>>read(mine("u-gus", "globex"), "$.items[?(@.partnership=='points')].points");
        assertThat(mine.stream().mapToInt(Integer::intValue).sum()).isEqualTo(points.get(1));
        assertThat(mine("u-gus", "acme")).doesNotContain("points\":3");
    }

    /// Seven points a deal: an odd one goes to the owner, whose share is larger by nothing but its id.
    private static CreditingPolicy policy() {
        var rule = new CreditingPolicy.Rule("joint-revenue", CreditType.REVENUE, Mode.SPLIT, fixed("60%", "40%"));
        return new CreditingPolicy(
                List.of(rule), null, null, null, new Recognition("points", 7, new WeightModel.Equal(), null));
    }

    private String mine(String person, String company) throws Exception {
        return body("/credit/me/points", Tokens.bearerOf(person, company, Role.REP), "application/json");
    }

    private String read(String path, Role role) throws Exception {
        return body(path, Tokens.bearer("globex", role), "*/*");
    }

    private String read(String path, String type) throws Exception {
        return body(path, Tokens.bearer("globex", Role.FINANCE), type);
    }

    private String body(String path, String token, String type) throws Exception {
        return http.perform(get(path).header("Authorization", token).header("Accept", type))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
