package dev.tandem.credit.crediting;

import static dev.tandem.credit.Given.ACME;
import static dev.tandem.credit.Given.ANNA;
import static dev.tandem.credit.Given.GIA;
import static dev.tandem.credit.Given.GLOBEX;
import static dev.tandem.credit.Given.GUS;
import static dev.tandem.credit.Given.MARCH_14;
import static dev.tandem.credit.Given.SIGNED;
import static dev.tandem.credit.Given.agreed;
import static dev.tandem.credit.Given.assigned;
import static dev.tandem.credit.Given.counterparts;
import static dev.tandem.credit.Given.deal;
import static dev.tandem.credit.Given.fixed;
import static dev.tandem.credit.Given.on;
import static dev.tandem.credit.Given.ownedBy;
import static dev.tandem.credit.Given.partnership;
import static dev.tandem.credit.Given.revision;
import static dev.tandem.credit.Given.wonDeal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.WeightModel;
import dev.tandem.contracts.roster.RosterChange.CounterpartsChanged;
import dev.tandem.credit.Given;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CreditingTest {
    private static final PartnershipChanged SIXTY_FORTY = agreed(fixed("60%", "40%"));
    private static final DealChanged DEAL = wonDeal("1200.00", "USD");

    @Test
    void sharesByTheFixedRolesOfTheAgreement() {
        assertThat(target(DEAL, SIXTY_FORTY, counterparts(GUS)))
                .containsExactly("acme rep-anna 720.00 USD", "globex rep-gus 480.00 USD");
    }

    @Test
    void dividesARolesShareEquallyAmongThoseWhoHoldIt() {
        assertThat(target(DEAL, SIXTY_FORTY, counterparts(GUS, GIA)))
                .containsExactly("acme rep-anna 720.00 USD", "globex rep-gia 240.00 USD", "globex rep-gus 240.00 USD");
    }

    @Test
    void sharesEqually() {
        assertThat(target(DEAL, agreed(new WeightModel.Equal()), counterparts(GUS, GIA)))
                .containsExactly("acme rep-anna 400.00 USD", "globex rep-gia 400.00 USD", "globex rep-gus 400.00 USD");
    }

    @Test
    void takesTheRevisionInForceAtTheEndOfTheEffectiveDate() {
        var changedOnTheDay = Instant.parse("2026-03-14T23:59:59Z");
        var partnership = partnership(List.of(
                revision(1, fixed("60%", "40%"), SIGNED, changedOnTheDay),
                revision(2, fixed("50%", "50%"), changedOnTheDay, null)));
        assertThat(target(DEAL, partnership, counterparts(GUS)))
                .containsExactly("acme rep-anna 600.00 USD", "globex rep-gus 600.00 USD");
        assertThat(target(on(DEAL, MARCH_14.minusDays(1)), partnership, counterparts(GUS)))
                .containsExactly("acme rep-anna 720.00 USD", "globex rep-gus 480.00 USD");
    }

    @Test
    void creditsADealOlderThanTheAgreementByItsFirstRevisionAndSaysSo() {
        var old = on(DEAL, LocalDate.of(2025, 11, 30));
        assertThat(lines(old, SIXTY_FORTY, counterparts(GUS))
                        .getFirst()
                        .because()
                        .reason()
                        .sentence())
                .isEqualTo("Owner: 60% of 1200.00 USD = 720.00 USD, by rule joint-revenue of agreement revision 1,"
                        + " the first in force, since the deal is older.");
    }

    @Test
    void takesTheCounterpartOfTheEffectiveDateAndNotOfToday() {
        var mapping = new CounterpartsChanged(
                Given.PARTNERSHIP,
                Given.ACCOUNT,
                List.of(
                        assigned(GLOBEX, GUS, Instant.EPOCH, Instant.parse("2026-04-01T00:00:00Z")),
                        assigned(GLOBEX, GIA, Instant.parse("2026-04-01T00:00:00Z"), null),
                        assigned(ACME, ANNA, Instant.EPOCH, null)));
        assertThat(target(DEAL, SIXTY_FORTY, mapping)).contains("globex rep-gus 480.00 USD");
        assertThat(target(on(DEAL, LocalDate.of(2026, 4, 1)), SIXTY_FORTY, mapping))
                .contains("globex rep-gia 480.00 USD");
    }

    @Test
    void saysWhyADealIsNotCredited() {
        var usd = Money.of("10.00", "USD");
        assertThat(refusal(deal("d", 2, usd, DealChanged.Status.REOPENED), SIXTY_FORTY))
                .isEqualTo("DEAL_REOPENED");
        assertThat(refusal(deal("d", 2, usd, DealChanged.Status.LOST), SIXTY_FORTY))
                .isEqualTo("DEAL_LOST");
        assertThat(refusal(deal("d", 2, usd, DealChanged.Status.CANCELLED), SIXTY_FORTY))
                .isEqualTo("DEAL_CANCELLED");
        assertThat(refusal(deal("d", 2, usd, DealChanged.Status.NOT_OF_RECORD), SIXTY_FORTY))
                .isEqualTo("NOT_OF_RECORD");
        assertThat(refusal(wonDeal("0.00", "USD"), SIXTY_FORTY)).isEqualTo("NOTHING_LEFT");
        assertThat(refusal(ownedBy(DEAL, null), SIXTY_FORTY)).isEqualTo("NO_OWNER");
        assertThat(refusal(DEAL, partnership(List.of()))).isEqualTo("NO_AGREEMENT");
        var ended = List.of(revision(1, new WeightModel.Equal(), SIGNED, SIGNED.plusSeconds(60)));
        assertThat(refusal(DEAL, partnership(ended))).isEqualTo("AGREEMENT_ENDED");
    }

    @Test
    void waitsForTheCounterpartAndForThePartnership() {
        assertThat(code(Crediting.target(new Facts(DEAL, Optional.of(SIXTY_FORTY), Optional.empty(), List.of("e1")))))
                .isEqualTo("NO_COUNTERPART");
        assertThat(code(Crediting.target(
                        new Facts(DEAL, Optional.empty(), Optional.of(counterparts(GUS)), List.of("e1")))))
                .isEqualTo("PARTNERSHIP_NOT_KNOWN");
    }

    private static String refusal(DealChanged deal, PartnershipChanged partnership) {
        return code(Crediting.target(facts(deal, partnership, counterparts(GUS))));
    }

    private static String code(Target target) {
        return switch (target) {
            case Target.NotCredited(var because) -> because.code();
            case Target.Credited credited -> throw new AssertionError(credited.toString());
        };
    }

    private static List<String> target(
            DealChanged deal, PartnershipChanged partnership, CounterpartsChanged counterparts) {
        return lines(deal, partnership, counterparts).stream()
                .map(line -> line.company() + " " + line.rep() + " " + line.amount())
                .toList();
    }

    private static List<Target.Line> lines(
            DealChanged deal, PartnershipChanged partnership, CounterpartsChanged counterparts) {
        return switch (Crediting.target(facts(deal, partnership, counterparts))) {
            case Target.Credited credited -> credited.lines();
            case Target.NotCredited not -> throw new AssertionError(not.toString());
        };
    }

    private static Facts facts(DealChanged deal, PartnershipChanged partnership, CounterpartsChanged counterparts) {
        return new Facts(deal, Optional.of(partnership), Optional.of(counterparts), List.of("e1", "e2", "e3"));
    }
}
