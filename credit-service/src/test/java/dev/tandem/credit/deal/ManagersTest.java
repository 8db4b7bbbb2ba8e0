package dev.tandem.credit.deal;

import static dev.tandem.credit.Given.ACME;
import static dev.tandem.credit.Given.GUS;
import static dev.tandem.credit.Given.SIGNED;
import static dev.tandem.credit.Given.counterparts;
import static dev.tandem.credit.Given.deal;
import static dev.tandem.credit.Given.fixed;
import static dev.tandem.credit.Given.in;
import static dev.tandem.credit.Given.ownedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.deal.DealChanged.Status;
import dev.tandem.contracts.partnership.CreditingPolicy;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.contracts.partnership.CreditingPolicy.Mode;
import dev.tandem.contracts.partnership.RollUp;
import dev.tandem.contracts.roster.RosterChange;
import dev.tandem.contracts.roster.RosterChange.RepChanged;
import dev.tandem.contracts.roster.RosterChange.Spell;
import dev.tandem.credit.Given;
import dev.tandem.credit.ServiceTest;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Managers are credited by whom each rep reported to on the deal's date, whenever that is learnt.
class ManagersTest extends ServiceTest {
    private static final RepId RITA = new RepId("rep-rita");
    private static final RepId LEA = new RepId("rep-lea");
    private static final RepId MAX = new RepId("rep-max");
    private static final LocalDate MARCH_10 = LocalDate.of(2026, 3, 10);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    @Test
    void creditsTheManagerOfTheDealsDateWheneverThatIsLearnt() {
        var partnership = new PartnershipId("managers");
        var rule = new CreditingPolicy.Rule("joint", CreditType.REVENUE, Mode.SPLIT, fixed("60%", "40%"));
        var rollUp = new RollUp("up", CreditType.REVENUE, Share.parse("10%"), 2);
        var policy = new CreditingPolicy(List.of(rule), null, List.of(rollUp));
        platform.says(1, in(partnership, Given.partnership(List.of(Given.revision(1, policy, SIGNED, null)))));
        platform.says(1, in(partnership, counterparts(GUS)));
        platform.says(in(partnership, ownedBy(deal("d1", 1, Money.of("100.00", "USD"), Status.WON), RITA)));
        awaitOverlay(partnership);

        platform.says(1, reports(RITA, spell(LocalDate.EPOCH, null, LEA)));
        awaitOverlay(partnership, "rep-lea 6.00");

        platform.says(
                2,
                reports(
                        RITA,
                        spell(LocalDate.EPOCH, MARCH_10, LEA),
                        spell(MARCH_10, APRIL, MAX),
                        spell(APRIL, null, LEA)));
        awaitOverlay(partnership, "rep-lea 6.00", "rep-lea -6.00", "rep-max 6.00");

        platform.says(1, reports(MAX, spell(LocalDate.EPOCH, null, LEA)));
        awaitOverlay(partnership, "rep-lea 6.00", "rep-lea -6.00", "rep-max 6.00", "rep-lea 6.00");
    }

    private void awaitOverlay(PartnershipId partnership, String... lines) {
        await().atMost(SOON).ignoreException(PathNotFoundException.class).untilAsserted(() -> {
            var report = report(partnership, ACME, "2026-03");
            assertThat(JsonPath.<List<String>>read(report, "$.joint.lines[?(@.creditType=='REVENUE')].rep"))
                    .containsExactly("rep-rita", "rep-gus");
            var overlay = "$.joint.lines[?(@.creditType=='OVERLAY')]";
            var reps = JsonPath.<List<String>>read(report, overlay + ".rep");
            var amounts = JsonPath.<List<String>>read(report, overlay + ".amount.amount");
            assertThat(java.util.stream.IntStream.range(0, reps.size())
                            .mapToObj(i -> reps.get(i) + " " + amounts.get(i)))
                    .containsExactly(lines);
        });
    }

    private static Spell spell(LocalDate from, @Nullable LocalDate until, RepId manager) {
        return new Spell(from, until, RosterChange.Status.ACTIVE, null, null, manager);
    }

    private static RepChanged reports(RepId rep, Spell... spells) {
        return new RepChanged(
                rep,
                ACME,
                new CrmId("u-" + rep),
                "Name of " + rep,
                null,
                null,
                null,
                RosterChange.Status.ACTIVE,
                List.of(spells));
    }
}
