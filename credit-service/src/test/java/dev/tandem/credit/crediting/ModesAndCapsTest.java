package dev.tandem.credit.crediting;

import static dev.tandem.credit.Given.ACME;
import static dev.tandem.credit.Given.GIA;
import static dev.tandem.credit.Given.GLOBEX;
import static dev.tandem.credit.Given.GUS;
import static dev.tandem.credit.Given.MARCH_14;
import static dev.tandem.credit.Given.SIGNED;
import static dev.tandem.credit.Given.counterparts;
import static dev.tandem.credit.Given.fixed;
import static dev.tandem.credit.Given.partnership;
import static dev.tandem.credit.Given.wonDeal;
import static dev.tandem.credit.crediting.Told.confirmed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.partnership.Act;
import dev.tandem.contracts.partnership.Caps;
import dev.tandem.contracts.partnership.CreditingPolicy;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.contracts.partnership.CreditingPolicy.Mode;
import dev.tandem.contracts.partnership.CreditingPolicy.Rule;
import dev.tandem.contracts.partnership.Eligibility;
import dev.tandem.contracts.partnership.WeightModel;
import dev.tandem.credit.Given;
import dev.tandem.credit.crediting.Contribution.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ModesAndCapsTest {
    private static final long SEED = 20260502;
    private static final Contribution SOURCED =
            confirmed("c1", GLOBEX, "rep-gus", Act.SOURCED, LocalDate.of(2026, 2, 3));

    @Test
    void givesEachPartysPeopleAFullHundredPercentWhereBothGetTheCredit() {
        assertThat(lines(rule(Mode.DOUBLE, fixed("60%", "40%"), null)))
                .containsExactly("acme rep-anna 1200.00 USD", "globex rep-gia 600.00 USD", "globex rep-gus 600.00 USD");
        assertThat(target(rule(Mode.DOUBLE, fixed("60%", "40%"), null)).creditable())
                .containsEntry(CreditType.REVENUE, Money.of("2400.00", "USD"));
    }

    @Test
    void givesToThePoolOfEachPartyWhatItsPeopleWouldGet() {
        assertThat(lines(rule(Mode.POOL, new WeightModel.Equal(), null)))
                .containsExactly("acme pool 400.00 USD", "globex pool 800.00 USD");
    }

    @Test
    void creditsOfALargeDealOnlyWhatTheCapAllowsAndSaysSo() {
        var caps = new Caps(null, List.of(Money.of("1000.00", "USD"), Money.of("1.00", "EUR")));
        var lines = target(rule(Mode.SPLIT, fixed("60%", "40%"), caps)).lines();
        assertThat(lines.getFirst().amount()).hasToString("600.00 USD");
        assertThat(lines.getFirst().because().reason().sentence())
                .isEqualTo("Owner: 60% of 1000.00 USD = 600.00 USD, weighed by fixed roles, since of the 1200.00 USD"
                        + " of a deal no more is credited, by rule joint of agreement revision 1.");
    }

    @Test
    void movesWhatIsAboveTheCapPerParticipantToTheOthersInProportion() {
        var caps = new Caps(Share.parse("50%"), List.of());
        assertThat(lines(rule(Mode.SPLIT, fixed("80%", "20%"), caps)))
                .containsExactly("acme rep-anna 600.00 USD", "globex rep-gia 300.00 USD", "globex rep-gus 300.00 USD");
    }

    @Test
    void givesAllTheSameWhereTooFewTakePartToKeepTheCap() {
        var caps = new Caps(Share.parse("10%"), List.of());
        assertThat(lines(rule(Mode.SPLIT, fixed("80%", "20%"), caps)))
                .containsExactly("acme rep-anna 400.00 USD", "globex rep-gia 400.00 USD", "globex rep-gus 400.00 USD");
    }

    @Test
    void explainsTheGroundsAndTheModelOfATouch() {
        var line = target(rule(Mode.SPLIT, new WeightModel.Linear(), null), SOURCED)
                .lines()
                .get(1);
        assertThat(line.because().reason().sentence())
                .isEqualTo("Sourced on 2026-02-03 (c1): 50% of 1200.00 USD = 600.00 USD, weighed the same for every"
                        + " touch, by rule joint of agreement revision 1.");
        assertThat(line.because().reason().code()).isEqualTo("SOURCED_SHARE");
    }

    @Test
    void postsAnOverlayBesideTheRevenueAndNeverAddsTheTwo() {
        var revenue = rule(Mode.SPLIT, fixed("60%", "40%"), null);
        var overlay = new Rule("overlay", CreditType.OVERLAY, Mode.DOUBLE, new WeightModel.Linear());
        var target = (Target.Credited) Crediting.target(facts(List.of(revenue, overlay), List.of(SOURCED)));
        assertThat(target.creditable())
                .containsEntry(CreditType.REVENUE, Money.of("1200.00", "USD"))
                .containsEntry(CreditType.OVERLAY, Money.of("2400.00", "USD"));
        assertThat(target.lines())
                .extracting(line -> line.creditType() + " " + line.rep() + " " + line.amount())
                .contains("OVERLAY rep-anna 1200.00 USD", "OVERLAY rep-gus 1200.00 USD");
    }

    @Test
    void saysWhichRuleLeavesAContributionOut() {
        var rule = new Rule(
                "joint",
                CreditType.REVENUE,
                Mode.SPLIT,
                fixed("60%", "40%"),
                null,
                new Eligibility(30, Set.of(Act.PRESENTED)));
        assertThat(whyNot(rule, Standing.CLAIMED, Act.PRESENTED, MARCH_14)).startsWith("NOT_CONFIRMED");
        assertThat(whyNot(rule, Standing.CONTESTED, Act.PRESENTED, MARCH_14)).startsWith("CONTESTED");
        assertThat(whyNot(rule, Standing.WITHDRAWN, Act.PRESENTED, MARCH_14)).startsWith("WITHDRAWN");
        assertThat(whyNot(rule, Standing.CONFIRMED, Act.PRESENTED, MARCH_14.plusDays(1)))
                .startsWith("AFTER_THE_DEAL");
        assertThat(whyNot(rule, Standing.CONFIRMED, Act.SOURCED, MARCH_14)).startsWith("ACT_DOES_NOT_COUNT");
        assertThat(whyNot(rule, Standing.CONFIRMED, Act.PRESENTED, MARCH_14.minusDays(31)))
                .startsWith("TOO_OLD");
        assertThat(whyNot(rule, Standing.CONFIRMED, Act.PRESENTED, MARCH_14.minusDays(30)))
                .startsWith("NO_SHARE");
    }

    private static String whyNot(Rule rule, Standing standing, Act act, LocalDate on) {
        var gil = new Contribution("c1", GLOBEX, GUS, act, on, standing);
        var facts = new Facts(
                wonDeal("10.00", "USD"),
                Optional.of(agreed(List.of(rule))),
                Optional.of(counterparts(GIA)),
                List.of(gil),
                List.of(),
                List.of("e1"));
        return Crediting.whyNot(facts, new Recipient(GLOBEX, GUS)).getFirst().code();
    }

    @Test
    void saysNothingToSomebodyWhoHasCredit() {
        var facts = facts(List.of(rule(Mode.SPLIT, fixed("60%", "40%"), null)), List.of());
        assertThat(Crediting.whyNot(facts, new Recipient(ACME, Given.ANNA))).isEmpty();
        assertThat(Crediting.whyNot(facts, new Recipient(ACME, GUS)).getFirst().code())
                .isEqualTo("NOT_A_PARTICIPANT");
    }

    @Test
    void aRevisionSignedLaterGovernsTheDealsThatItSaysItAppliesTo() {
        var later = Instant.parse("2026-04-01T00:00:00Z");
        var retroactive =
                new CreditingPolicy(List.of(rule(Mode.SPLIT, fixed("50%", "50%"), null)), LocalDate.of(2026, 3, 1));
        var second = Given.revision(2, retroactive, later, null);
        var agreed = partnership(List.of(Given.revision(1, fixed("60%", "40%"), SIGNED, later), second));
        var facts = new Facts(
                wonDeal("1200.00", "USD"), Optional.of(agreed), Optional.of(counterparts(GUS)), List.of("e1"));
        var line = ((Target.Credited) Crediting.target(facts)).lines().getFirst();
        assertThat(line.because().reason().sentence())
                .isEqualTo("Owner: 50% of 1200.00 USD = 600.00 USD, by rule joint of agreement revision 2,"
                        + " signed later to apply from 2026-03-01.");
        var february = new Facts(
                Given.on(wonDeal("1200.00", "USD"), LocalDate.of(2026, 2, 28)),
                Optional.of(agreed),
                Optional.of(counterparts(GUS)),
                List.of("e1"));
        assertThat(((Target.Credited) Crediting.target(february))
                        .lines()
                        .getFirst()
                        .amount())
                .hasToString("720.00 USD");
    }

    @Test
    void linesAlwaysSumToWhatIsCreditablePerType() {
        System.out.println("seed " + SEED);
        var random = new Random(SEED);
        var credited = 0;
        for (int round = 0; round < 3_000; round++) {
            var rules = new ArrayList<Rule>();
            rules.add(Told.rule(random, CreditType.REVENUE));
            if (random.nextBoolean()) {
                rules.add(Told.rule(random, CreditType.OVERLAY));
            }
            var facts =
                    facts(rules, Told.contributions(random, random.nextInt(8))).among(Told.others(random));
            if (Crediting.target(facts) instanceof Target.Credited target) {
                credited++;
                target.creditable()
                        .forEach((type, whole) -> assertThat(target.lines().stream()
                                        .filter(line -> line.creditType() == type)
                                        .map(Target.Line::amount)
                                        .reduce(Money.zero(whole.currency()), Money::plus))
                                .as("%s of %s", type, facts)
                                .isEqualTo(whole));
                target.lines()
                        .forEach(line ->
                                assertThat(line.because().reason().sentence()).isNotBlank());
            }
        }
        assertThat(credited).isGreaterThan(1_000);
    }

    private static Rule rule(Mode mode, WeightModel model, @Nullable Caps caps) {
        return new Rule("joint", CreditType.REVENUE, mode, model, caps, null);
    }

    private static dev.tandem.contracts.partnership.PartnershipChanged agreed(List<Rule> rules) {
        return partnership(List.of(Given.revision(1, new CreditingPolicy(rules), SIGNED, null)));
    }

    private static Facts facts(List<Rule> rules, List<Contribution> contributions) {
        return new Facts(
                wonDeal("1200.00", "USD"),
                Optional.of(agreed(rules)),
                Optional.of(counterparts(GUS, GIA)),
                contributions,
                List.of(),
                List.of("e1"));
    }

    private static Target.Credited target(Rule rule, Contribution... contributions) {
        return (Target.Credited) Crediting.target(facts(List.of(rule), List.of(contributions)));
    }

    private static List<String> lines(Rule rule) {
        return target(rule).lines().stream()
                .map(line -> line.company() + " " + line.rep() + " " + line.amount())
                .toList();
    }
}
