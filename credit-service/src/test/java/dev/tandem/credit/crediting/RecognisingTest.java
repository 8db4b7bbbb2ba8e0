package dev.tandem.credit.crediting;

import static dev.tandem.credit.Given.GIA;
import static dev.tandem.credit.Given.GUS;
import static dev.tandem.credit.Given.SIGNED;
import static dev.tandem.credit.Given.counterparts;
import static dev.tandem.credit.Given.fixed;
import static dev.tandem.credit.Given.wonDeal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.partnership.CreditingPolicy;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.contracts.partnership.CreditingPolicy.Mode;
import dev.tandem.contracts.partnership.ParticipantRole;
import dev.tandem.contracts.partnership.Recognition;
import dev.tandem.contracts.partnership.WeightModel;
import dev.tandem.credit.Given;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Recognition points of a deal, beside its credit. The examples are those of `docs/credit.md`.
@NullMarked
class RecognisingTest {
    private static final DealChanged DEAL = wonDeal("1200.00", "USD");

    @Test
    void dividesAHundredPointsInThirdsToTheLastPoint() {
        assertThat(points(DEAL, new WeightModel.Equal())).containsExactly("rep-anna 34", "rep-gia 33", "rep-gus 33");
    }

    @Test
    void givesTheSameWhateverTheDealIsWorth() {
        var large = Given.deal("d1", 2, Money.of("99000000.00", "USD"), DealChanged.Status.WON);
        assertThat(points(large, new WeightModel.Equal())).isEqualTo(points(DEAL, new WeightModel.Equal()));
    }

    @Test
    void weighsByAModelOfItsOwnAndNotAsTheCreditIsSplit() {
        var credited = credited(DEAL, fixed("10%", "90%"));
        assertThat(credited.points()).extracting(Points::points).containsExactly(10L, 45L, 45L);
        assertThat(credited.lines())
                .extracting(line -> line.amount().amount())
                .containsExactly("720.00", "240.00", "240.00");
        assertThat(credited.creditable()).containsOnlyKeys(CreditType.REVENUE);
    }

    @Test
    void saysByWhichRuleAndFromWhat() {
        assertThat(credited(DEAL, new WeightModel.Equal())
                        .points()
                        .getFirst()
                        .because()
                        .reason()
                        .sentence())
                .isEqualTo("Recognition of owner: 1/3 of 100 points = 34, with one that was left over, "
                        + "by rule points of agreement revision 1.");
    }

    @Test
    void givesNoneForADealThatTakesMoneyBack() {
        var negative = Given.deal("d1", 2, Money.of("-5.00", "USD"), DealChanged.Status.WON);
        assertThat(points(negative, new WeightModel.Equal())).isEmpty();
    }

    @Test
    void creditsTheDealThoughNobodyContributedWhatThePointsAreFor() {
        var bySourcing = new WeightModel.Fixed(List.of(new WeightModel.RoleShare(ParticipantRole.SOURCED, Share.ALL)));
        var credited = credited(DEAL, bySourcing);
        assertThat(credited.points()).isEmpty();
        assertThat(credited.lines()).hasSize(3);
    }

    private static List<String> points(DealChanged deal, WeightModel model) {
        return credited(deal, model).points().stream()
                .map(each -> each.rep() + " " + each.points())
                .toList();
    }

    private static Target.Credited credited(DealChanged deal, WeightModel model) {
        var rule = new CreditingPolicy.Rule("joint-revenue", CreditType.REVENUE, Mode.SPLIT, fixed("60%", "40%"));
        var recognition = new Recognition("points", 100, model, null);
        var policy = new CreditingPolicy(List.of(rule), null, null, null, recognition);
        var agreed = Given.partnership(List.of(Given.revision(1, policy, SIGNED, null)));
        var facts = new Facts(deal, Optional.of(agreed), Optional.of(counterparts(GUS, GIA)), List.of("e1"));
        return (Target.Credited) Crediting.target(facts);
    }
}
