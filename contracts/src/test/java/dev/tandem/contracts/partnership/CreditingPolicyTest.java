package dev.tandem.contracts.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.contracts.partnership.CreditingPolicy.Mode;
import dev.tandem.contracts.partnership.CreditingPolicy.Rule;
import dev.tandem.contracts.partnership.WeightModel.Position;
import dev.tandem.contracts.partnership.WeightModel.TimeDecay;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CreditingPolicyTest {
    private static final Caps NO_CAPS = new Caps(null, List.of());

    @Test
    void acceptsEveryModelAsItIsOffered() {
        var models = List.of(
                new WeightModel.Equal(),
                new WeightModel.First(),
                new WeightModel.Last(),
                new WeightModel.Linear(),
                Position.u(),
                Position.w(),
                new TimeDecay(7),
                new WeightModel.Shapley());
        assertThat(models)
                .allSatisfy(model ->
                        assertThat(broken(rule(Mode.DOUBLE, model, NO_CAPS))).isEmpty());
    }

    @Test
    void rejectsPlacesThatDoNotSumToOneHundredPercentAndNamesTheSum() {
        var places = new Position(Share.parse("40%"), Share.NONE, Share.parse("40%"), Share.parse("19.99%"));
        assertThat(new CreditingPolicy(List.of(rule(Mode.SPLIT, places, NO_CAPS))).violations())
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.field()).isEqualTo("crediting.rules[0].model");
                    assertThat(violation.rule()).isEqualTo("SHARES_NOT_100_PERCENT");
                    assertThat(violation.message()).contains("99.99%");
                });
    }

    @Test
    void rejectsAHalfLifeOfNoDays() {
        assertThat(broken(rule(Mode.SPLIT, new TimeDecay(0), NO_CAPS)))
                .containsExactly("crediting.rules[0].model.halfLifeDays RANGE");
    }

    @Test
    void rejectsCapsThatNobodyCouldKeep() {
        var caps = new Caps(Share.parse("101%"), List.of(Money.of("0.00", "USD"), Money.of("5.00", "USD")));
        assertThat(broken(rule(Mode.POOL, new WeightModel.Equal(), caps)))
                .containsExactly(
                        "crediting.rules[0].caps.participantMax RANGE",
                        "crediting.rules[0].caps.participantMax POOL_HAS_NO_PARTICIPANTS",
                        "crediting.rules[0].caps.dealMax[0] RANGE",
                        "crediting.rules[0].caps.dealMax[1] DUPLICATE_CURRENCY");
    }

    @Test
    void rejectsAWindowOfNoDaysAndASecondRuleOfTheSameId() {
        var first = new Rule(
                "joint",
                CreditType.REVENUE,
                Mode.SPLIT,
                new WeightModel.Linear(),
                null,
                new Eligibility(0, Set.of(Act.CLOSED, Act.SOURCED)));
        var second = new Rule("joint", CreditType.OVERLAY, Mode.SPLIT, new WeightModel.Equal());
        assertThat(broken(first, second))
                .containsExactly(
                        "crediting.rules[0].eligibility.daysBefore RANGE", "crediting.rules[1].id DUPLICATE_ID");
    }

    @Test
    void rejectsARollUpOfNothingOrToNobodyOrUnderTheIdOfARule() {
        var rule = new Rule("joint", CreditType.REVENUE, Mode.SPLIT, new WeightModel.Equal());
        var none = new RollUp("joint", CreditType.REVENUE, Share.NONE, 0);
        var twice = new RollUp("up", CreditType.REVENUE, Share.parse("100.01%"), 11);
        assertThat(new CreditingPolicy(List.of(rule), null, List.of(none, twice, twice))
                        .violations().stream().map(CreditingPolicyTest::named))
                .containsExactly(
                        "crediting.rollUps[0].id DUPLICATE_ID",
                        "crediting.rollUps[0].rate RANGE",
                        "crediting.rollUps[0].levels RANGE",
                        "crediting.rollUps[1].rate RANGE",
                        "crediting.rollUps[1].levels RANGE",
                        "crediting.rollUps[2].id DUPLICATE_ID",
                        "crediting.rollUps[2].rate RANGE",
                        "crediting.rollUps[2].levels RANGE");
    }

    @Test
    void keepsActsInOneOrder() {
        assertThat(new Eligibility(null, Set.of(Act.CLOSED, Act.SOURCED, Act.PRESENTED)).acts())
                .containsExactly(Act.SOURCED, Act.PRESENTED, Act.CLOSED);
    }

    @Test
    void givesPointsAsWholeNumbersByAModelThatHolds() {
        var rule = rule(Mode.SPLIT, new WeightModel.Equal(), NO_CAPS);
        var half = new WeightModel.Fixed(List.of(new WeightModel.RoleShare(ParticipantRole.OWNER, Share.of(1, 2))));
        assertThat(points(rule, new Recognition("points", 100, new WeightModel.Equal(), null)))
                .isEmpty();
        assertThat(points(rule, new Recognition(rule.id(), 0, half, new Eligibility(0, Set.of()))))
                .containsExactlyInAnyOrder(
                        "crediting.recognition.id DUPLICATE_ID",
                        "crediting.recognition.perDeal RANGE",
                        "crediting.recognition.model.shares SHARES_NOT_100_PERCENT",
                        "crediting.recognition.eligibility.daysBefore RANGE");
    }

    private static List<String> points(Rule rule, Recognition recognition) {
        return new CreditingPolicy(List.of(rule), null, null, null, recognition)
                .violations().stream().map(CreditingPolicyTest::named).toList();
    }

    private static Rule rule(Mode mode, WeightModel model, @Nullable Caps caps) {
        return new Rule("joint", CreditType.REVENUE, mode, model, caps, null);
    }

    private static List<String> broken(Rule... rules) {
        return new CreditingPolicy(List.of(rules))
                .violations().stream().map(CreditingPolicyTest::named).toList();
    }

    private static String named(Violation violation) {
        return violation.field() + " " + violation.rule();
    }
}
