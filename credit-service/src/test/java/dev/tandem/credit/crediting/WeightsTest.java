package dev.tandem.credit.crediting;

import static dev.tandem.credit.Given.ACME;
import static dev.tandem.credit.Given.ANNA;
import static dev.tandem.credit.Given.GLOBEX;
import static dev.tandem.credit.Given.MARCH_14;
import static dev.tandem.credit.crediting.Told.confirmed;
import static dev.tandem.credit.crediting.Told.deal;
import static dev.tandem.credit.crediting.Told.facts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.Share;
import dev.tandem.contracts.partnership.Act;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.contracts.partnership.CreditingPolicy.Mode;
import dev.tandem.contracts.partnership.CreditingPolicy.Rule;
import dev.tandem.contracts.partnership.ParticipantRole;
import dev.tandem.contracts.partnership.WeightModel;
import dev.tandem.contracts.partnership.WeightModel.Position;
import dev.tandem.contracts.partnership.WeightModel.RoleShare;
import dev.tandem.contracts.partnership.WeightModel.TimeDecay;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each model on small cases worked out by hand, and all of them on many deals by chance.
class WeightsTest {
    private static final long SEED = 20260501;
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 10);

    @Test
    void givesAllToTheFirstOrTheLastTouchAndTheOwnersClosingIsTheLast() {
        var facts = facts(
                confirmed("c1", GLOBEX, "gus", Act.INTRODUCED, JANUARY.plusDays(5)),
                confirmed("c2", GLOBEX, "gia", Act.SOURCED, JANUARY),
                confirmed("c3", GLOBEX, "gil", Act.SUPPORTED, MARCH_14));
        assertThat(weights(new WeightModel.First(), facts)).containsExactly("globex/gia 100%");
        assertThat(weights(new WeightModel.Last(), facts)).containsExactly("acme/rep-anna 100%");
    }

    @Test
    void weighsEveryTouchTheSameSoThatTwoTouchesAreTwoParts() {
        var facts = facts(
                confirmed("c1", GLOBEX, "gus", Act.INTRODUCED, JANUARY),
                confirmed("c2", GLOBEX, "gus", Act.PRESENTED, JANUARY),
                confirmed("c3", ACME, "abe", Act.SUPPORTED, JANUARY));
        assertThat(weights(new WeightModel.Linear(), facts))
                .containsExactly("acme/abe 25%", "acme/rep-anna 25%", "globex/gus 50%");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 50% 50%",
                "2 | 40% 20% 40%",
                "3 | 40% 10% 10% 40%",
                "5 | 40% 5% 5% 5% 5% 40%",
            })
    void givesFortyTwentyFortyByPositionU(int contributions, String expected) {
        assertThat(byPosition(Position.u(), contributions)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 50% 50%",
                "2 | 1/3 1/3 1/3",
                "3 | 30% 30% 10% 30%",
                "4 | 30% 5% 30% 5% 30%",
                "6 | 30% 2.5% 2.5% 30% 2.5% 2.5% 30%",
            })
    void givesThirtyThirtyThirtyTenByPositionW(int contributions, String expected) {
        assertThat(byPosition(Position.w(), contributions)).isEqualTo(expected);
    }

    /// Touches of contributors g1, g2, … in that order, and then the owner's.
    private static String byPosition(Position position, int contributions) {
        var facts = facts(IntStream.rangeClosed(1, contributions)
                .mapToObj(i -> confirmed("c" + i, GLOBEX, "g" + i, Act.PRESENTED, JANUARY.plusDays(i)))
                .toArray(Contribution[]::new));
        var weights = Weights.of(rule(position), Participants.of(facts, null), facts);
        var text = new StringBuilder();
        Participants.of(facts, null)
                .touches()
                .forEach(touch -> text.append(weights.get(touch.who())).append(' '));
        return text.toString().strip();
    }

    @Test
    void sharesAlikeWhenTheOnlyPlacesHeldHaveNoShare() {
        var onlyOthers = new Position(Share.NONE, Share.NONE, Share.NONE, Share.ALL);
        assertThat(byPosition(onlyOthers, 1)).isEqualTo("50% 50%");
        assertThat(byPosition(onlyOthers, 2)).isEqualTo("0% 100% 0%");
    }

    @Test
    void halvesByHalfLifeAndGoesStraightBetween() {
        var facts = facts(
                confirmed("c1", GLOBEX, "whole", Act.SOURCED, MARCH_14.minusDays(10)),
                confirmed("c2", GLOBEX, "between", Act.SOURCED, MARCH_14.minusDays(15)),
                confirmed("c3", GLOBEX, "twice", Act.SOURCED, MARCH_14.minusDays(20)));
        // 1, 1/2, 3/8, 1/4: seventeen eighths in all
        assertThat(weights(new TimeDecay(10), facts))
                .containsExactly("acme/rep-anna 8/17", "globex/between 3/17", "globex/twice 2/17", "globex/whole 4/17");
    }

    @Test
    void weighsATouchOfLongAgoByAnExactFractionStill() {
        var facts = facts(confirmed("c1", GLOBEX, "gus", Act.SOURCED, MARCH_14.minusYears(20)));
        var weights = Weights.of(rule(new TimeDecay(1)), Participants.of(facts, null), facts);
        assertThat(Share.sum(weights.values())).isEqualTo(Share.ALL);
        assertThat(weights.values()).allMatch(weight -> weight.compareTo(Share.NONE) > 0);
    }

    @Test
    void givesTheShapleyValueOfTheDealsWonOnTheAccount() {
        var both = facts(confirmed("c1", GLOBEX, "rep-gus", Act.SOURCED, JANUARY));
        var facts = both.among(List.of(
                new Facts.Other(deal("a", MARCH_14.minusDays(9), ANNA), List.of()),
                new Facts.Other(deal("b", MARCH_14.minusDays(8), ANNA), List.of()),
                new Facts.Other(deal("later", MARCH_14.plusDays(1), ANNA), List.of())));
        // Anna adds 2 to nobody and 3 to Gus, who is worth nothing alone: (2 + 3) / 2 of 3; Gus (0 + 1) / 2 of 3.
        assertThat(weights(new WeightModel.Shapley(), facts))
                .containsExactly("acme/rep-anna 5/6", "globex/rep-gus 1/6");
    }

    @Test
    void givesTheShareOfAnActThatNobodyDidToTheOthersInProportion() {
        var model = new WeightModel.Fixed(List.of(
                new RoleShare(ParticipantRole.OWNER, Share.parse("40%")),
                new RoleShare(ParticipantRole.SOURCED, Share.parse("20%")),
                new RoleShare(ParticipantRole.PRESENTED, Share.parse("40%"))));
        var facts = facts(confirmed("c1", GLOBEX, "gus", Act.SOURCED, JANUARY));
        assertThat(weights(model, facts)).containsExactly("acme/rep-anna 2/3", "globex/gus 1/3");
        var own = facts(
                confirmed("c1", GLOBEX, "gus", Act.SOURCED, JANUARY),
                confirmed("c2", ACME, "rep-anna", Act.PRESENTED, JANUARY));
        assertThat(weights(model, own)).containsExactly("acme/rep-anna 80%", "globex/gus 20%");
    }

    @Test
    void everyModelSumsToOneForAnyTouchesInAnyOrderOfTelling() {
        System.out.println("seed " + SEED);
        var random = new Random(SEED);
        for (int round = 0; round < 2_000; round++) {
            var model = Told.model(random);
            var contributions = Told.contributions(random, 1 + random.nextInt(9));
            var others = Told.others(random);
            var facts = facts(contributions.toArray(Contribution[]::new)).among(others);
            var participants = Participants.of(facts, null);
            if (Missing.of(model, participants, facts.deal()).isEmpty()) {
                var weights = Weights.of(rule(model), participants, facts);
                assertThat(Share.sum(weights.values()))
                        .as("%s of %s", model, facts)
                        .isEqualTo(Share.ALL);
                assertThat(Weights.of(rule(model), Participants.of(Told.shuffled(facts, random), null), facts))
                        .isEqualTo(weights);
            }
        }
    }

    private static Rule rule(WeightModel model) {
        return new Rule("joint", CreditType.REVENUE, Mode.SPLIT, model);
    }

    private static List<String> weights(WeightModel model, Facts facts) {
        return Weights.of(rule(model), Participants.of(facts, null), facts).entrySet().stream()
                .map(each -> each.getKey().company() + "/" + each.getKey().rep() + " " + each.getValue())
                .toList();
    }
}
