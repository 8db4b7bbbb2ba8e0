package dev.tandem.credit;

import static dev.tandem.credit.Given.ACME;
import static dev.tandem.credit.Given.GIA;
import static dev.tandem.credit.Given.GLOBEX;
import static dev.tandem.credit.Given.GUS;
import static dev.tandem.credit.Given.agreed;
import static dev.tandem.credit.Given.counterparts;
import static dev.tandem.credit.Given.deal;
import static dev.tandem.credit.Given.fixed;
import static dev.tandem.credit.Given.in;
import static dev.tandem.credit.Given.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.deal.DealChanged.Status;
import dev.tandem.kit.intake.Intake;
import dev.tandem.kit.store.Tenant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Events in, credit posted, report out.
class CreditServiceTest extends ServiceTest {
    @Autowired
    private Intake intake;

    @Test
    void postsTheCreditOfAWonDealAndReportsTheSameToBothParties() throws Exception {
        var partnership = new PartnershipId("story");
        platform.says(1, in(partnership, agreed(fixed("60%", "40%"))));
        platform.says(1, Given.anna());
        platform.says(1, Given.gus());
        platform.says(1, in(partnership, counterparts(GUS)));
        platform.says(in(partnership, deal("d1", 1, Money.of("1200.00", "USD"), Status.WON)));

        awaitNet(partnership, "720.00", "480.00");

        var acme = report(partnership, ACME, "2026-03");
        var globex = report(partnership, GLOBEX, "2026-03");
        assertThat(JsonPath.<String>read(acme, "$.digest"))
                .isEqualTo(JsonPath.<String>read(globex, "$.digest"))
                .isEqualTo("sha256:" + sha256(jointOf(acme)));
        assertThat(jointOf(acme)).isEqualTo(jointOf(globex)).doesNotContain("Anna", "Gus", "opp-d1", "u-anna");
        assertThat(JsonPath.<List<String>>read(acme, "$.names[*].name")).containsExactly("=Anna Acme");
        assertThat(JsonPath.<List<String>>read(globex, "$.names[*].name")).containsExactly("Gus Globex");
        assertThat(JsonPath.<List<String>>read(acme, "$.joint.lines[*].because.sentence"))
                .containsExactly(
                        "Owner: 60% of 1200.00 USD = 720.00 USD, by rule joint-revenue of agreement revision 1.",
                        "Counterpart: 40% of 1200.00 USD = 480.00 USD, by rule joint-revenue of agreement revision 1.");
        assertThat(JsonPath.<Integer>read(acme, "$.joint.deals.credited")).isEqualTo(1);

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(platform.heard("tandem.credits", "story-d1"))
                    .singleElement()
                    .asString()
                    .contains("CreditPosted");
            assertThat(platform.outOf(ACME, "credit/story-d1"))
                    .singleElement()
                    .asString()
                    .contains("opp-d1", "u-anna", "720.00")
                    .doesNotContain("rep-gus", "480.00");
            assertThat(platform.outOf(GLOBEX, "credit/story-d1"))
                    .singleElement()
                    .asString()
                    .contains("u-gus", "480.00")
                    .doesNotContain("opp-d1", "rep-anna", "720.00");
        });
    }

    @Test
    void creditsADealThatCameBeforeItsAgreementAndItsCounterpart() throws Exception {
        var partnership = new PartnershipId("early");
        platform.says(in(partnership, deal("d1", 1, Money.of("99.99", "USD"), Status.WON)));
        platform.says(1, in(partnership, counterparts(GUS)));
        platform.says(1, in(partnership, agreed(fixed("75%", "25%"))));
        awaitNet(partnership, "74.99", "25.00");
    }

    @Test
    void postsOnlyDifferencesForAmendmentRefundReopeningAndASecondWin() throws Exception {
        var partnership = new PartnershipId("life");
        platform.says(1, in(partnership, agreed(fixed("60%", "40%"))));
        platform.says(1, in(partnership, counterparts(GUS)));
        platform.says(in(partnership, deal("d1", 1, Money.of("1000.00", "EUR"), Status.WON)));
        awaitNet(partnership, "600.00", "400.00");
        platform.says(in(partnership, deal("d1", 2, Money.of("1500.00", "EUR"), Status.WON)));
        awaitNet(partnership, "900.00", "600.00");
        platform.says(in(partnership, deal("d1", 3, Money.of("1200.00", "EUR"), Status.WON)));
        awaitNet(partnership, "720.00", "480.00");
        var beforeReopening = report(partnership, ACME, "2026-03");
        platform.says(in(partnership, deal("d1", 4, Money.of("0.00", "EUR"), Status.REOPENED)));
        awaitNet(partnership, "0.00", "0.00");
        platform.says(in(partnership, deal("d1", 5, Money.of("800.00", "EUR"), Status.WON)));
        awaitNet(partnership, "480.00", "320.00");

        var lines = JsonPath.<List<String>>read(
                report(partnership, ACME, "2026-03"), "$.joint.lines[?(@.company=='acme')].amount.amount");
        assertThat(lines).containsExactly("600.00", "300.00", "-180.00", "-720.00", "480.00");
        var asOf = JsonPath.<Integer>read(beforeReopening, "$.joint.asOf");
        assertThat(call(partnership, ACME, "2026-03", "&asOf=" + asOf)).isEqualTo(beforeReopening);
    }

    @Test
    void movesTheCreditWhenTheDealMovesToAnotherMonth() throws Exception {
        var partnership = new PartnershipId("moved");
        platform.says(1, in(partnership, agreed(fixed("60%", "40%"))));
        platform.says(1, in(partnership, counterparts(GUS)));
        platform.says(in(partnership, deal("d1", 1, Money.of("100.00", "EUR"), Status.WON)));
        awaitNet(partnership, "60.00", "40.00");
        platform.says(in(
                partnership, on(deal("d1", 2, Money.of("100.00", "EUR"), Status.WON), LocalDate.of(2026, 4, 2))));
        awaitNet(partnership, "0.00", "0.00");
        var april = report(partnership, GLOBEX, "2026-04");
        assertThat(JsonPath.<List<String>>read(april, "$.joint.totals[*].posted.amount"))
                .containsExactly("100.00");
        assertThat(JsonPath.<List<String>>read(april, "$.joint.totals[*].opening.amount"))
                .containsExactly("0.00");
    }

    @Test
    void repeatedAndLateOldEventsChangeNothing() throws Exception {
        var partnership = new PartnershipId("repeated");
        var first = in(partnership, deal("d1", 1, Money.of("10.00", "USD"), Status.WON));
        var second = in(partnership, deal("d1", 2, Money.of("20.00", "USD"), Status.WON));
        platform.says(1, in(partnership, counterparts(GUS)));
        platform.says(1, in(partnership, agreed(fixed("50%", "50%"))));
        platform.says(second);
        platform.says(first);
        platform.says(second);
        platform.says(first);
        platform.says(2, in(partnership, counterparts(GUS, GIA)));
        platform.says(1, in(partnership, counterparts(GUS)));
        platform.says(1, in(partnership, agreed(fixed("50%", "50%"))));
        platform.says(in(partnership, deal("last", 1, Money.of("8.00", "USD"), Status.WON)));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(JsonPath.<List<String>>read(
                                report(partnership, ACME, "2026-03"), "$.joint.totals[*].closing.amount"))
                        .containsExactly("28.00"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(net(partnership, "rep-anna")).containsExactly("14.00"));
    }

    @Test
    void parksAnEventThatSaysSomethingElseUnderTheSameId() throws Exception {
        var partnership = new PartnershipId("contradiction");
        platform.says(1, in(partnership, agreed(fixed("60%", "40%"))));
        platform.says(1, in(partnership, counterparts(GUS)));
        platform.says(in(partnership, deal("d1", 1, Money.of("100.00", "EUR"), Status.WON)));
        awaitNet(partnership, "60.00", "40.00");
        var before = intake.countWaiting(Tenant.PLATFORM);
        platform.says(in(partnership, deal("d1", 1, Money.of("900.00", "EUR"), Status.WON)));
        await().atMost(SOON).until(() -> intake.countWaiting(Tenant.PLATFORM) == before + 1);
        assertThat(closing(partnership, ACME)).containsExactly("60.00");
    }

    /// The joint section as it stands in the answer, byte for byte.
    private static String jointOf(String report) {
        return report.substring(report.indexOf("\"joint\":") + 8, report.indexOf(",\"names\":"));
    }

    private static String sha256(String text) throws Exception {
        var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash);
    }
}
