package dev.tandem.credit.crediting;

import static dev.tandem.credit.Given.ACME;
import static dev.tandem.credit.Given.SIGNED;
import static dev.tandem.credit.Given.partnership;
import static dev.tandem.credit.Given.revision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.partnership.CreditingPolicy;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.contracts.partnership.CreditingPolicy.Mode;
import dev.tandem.contracts.partnership.CreditingPolicy.Rule;
import dev.tandem.contracts.partnership.RollUp;
import dev.tandem.contracts.partnership.WeightModel;
import dev.tandem.credit.Given;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A manager's credit counts once per deal, whichever rules and reports reach it.
class RollUpTest {
    private static final long SEED = 20261122;

    static long[] seeds() {
        return new Random(SEED).longs(300).toArray();
    }

    @Test
    void givesAManagerOnceWhatTheWholeTeamHas() {
        var lines = overlay(
                List.of(new RollUp("managers", CreditType.REVENUE, Share.parse("10%"), 2)),
                Map.of("rep-a", "60.00", "rep-b", "40.00"),
                Map.of("rep-a", "lead", "rep-b", "lead", "lead", "head"));
        assertThat(lines).isEqualTo(new TreeMap<>(Map.of("lead", "10.00", "head", "10.00")));
    }

    @Test
    void theFirstRollUpThatReachesAManagerCountsAndALaterOneAddsNothing() {
        var lines = overlay(
                List.of(
                        new RollUp("direct", CreditType.REVENUE, Share.parse("10%"), 1),
                        new RollUp("all", CreditType.REVENUE, Share.parse("1%"), 3)),
                Map.of("rep-a", "100.00"),
                Map.of("rep-a", "lead", "lead", "head", "head", "chief"));
        assertThat(lines).isEqualTo(new TreeMap<>(Map.of("lead", "10.00", "head", "1.00", "chief", "1.00")));
    }

    @Test
    void nobodyStandsAboveThemselvesWhateverTheRostersSay() {
        var lines = overlay(
                List.of(new RollUp("all", CreditType.REVENUE, Share.parse("10%"), 5)),
                Map.of("rep-a", "100.00"),
                Map.of("rep-a", "lead", "lead", "rep-a"));
        assertThat(lines).isEqualTo(new TreeMap<>(Map.of("lead", "10.00")));
    }

    @Test
    void saysWhoseCreditItRestsOnAndByWhichRule() {
        var rollUp = new RollUp("managers", CreditType.REVENUE, Share.parse("1/3"), 1);
        var above = managers(Map.of("rep-a", "lead"));
        var line = RollingUp.of(governedBy(List.of(rollUp)), facts(above), ruled(Map.of("rep-a", "100.00")))
                .getFirst();
        assertThat(line.because().reason().sentence())
                .isEqualTo("Manager of rep-a: 1/3 of their 100.00 USD of revenue credit is exactly 10000/3 minor units;"
                        + " towards zero = 33.33 USD, counted once, by rule managers of agreement revision 1.");
    }

    /// The oracle asks each person in turn for the manager one, two, three levels up, and adds.
    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithWalkingUpFromEachPersonInTurn(long seed) {
        var random = new Random(seed);
        var managers = new TreeMap<String, String>();
        for (int i = 0; i < 12; i++) {
            if (random.nextInt(4) > 0) {
                managers.put("rep-" + i, "rep-" + random.nextInt(12));
            }
        }
        var credits = new TreeMap<String, String>();
        for (int i = 0; i < random.nextInt(1, 6); i++) {
            credits.put("rep-" + random.nextInt(12), random.nextInt(-5000, 5000) + ".37");
        }
        var rollUps = new ArrayList<RollUp>();
        for (int i = 0; i < random.nextInt(1, 4); i++) {
            var rate = Share.of(1, random.nextInt(1, 40));
            rollUps.add(new RollUp("up-" + i, CreditType.REVENUE, rate, random.nextInt(1, 5)));
        }
        assertThat(overlay(rollUps, credits, managers)).isEqualTo(oracle(rollUps, credits, managers));
    }

    private static SortedMap<String, String> oracle(
            List<RollUp> rollUps, Map<String, String> credits, Map<String, String> managers) {
        var all = new TreeMap<String, String>();
        for (var rollUp : rollUps) {
            var sums = new TreeMap<String, BigDecimal>();
            credits.forEach((person, amount) -> {
                var up = person;
                var seen = new TreeSet<String>();
                for (int level = 1; level <= rollUp.levels() && managers.containsKey(up); level++) {
                    up = managers.getOrDefault(up, "");
                    if (up.equals(person) || !seen.add(up)) {
                        break;
                    }
                    sums.merge(up, new BigDecimal(amount), BigDecimal::add);
                }
            });
            var parts = new BigDecimal(rollUp.rate().denominator());
            sums.forEach((manager, sum) -> all.putIfAbsent(
                    manager, sum.divide(parts, 2, RoundingMode.DOWN).toPlainString()));
        }
        all.values().removeIf(amount -> new BigDecimal(amount).signum() == 0);
        return all;
    }

    private static SortedMap<String, String> overlay(
            List<RollUp> rollUps, Map<String, String> credits, Map<String, String> managers) {
        var overlay = new TreeMap<String, String>();
        RollingUp.of(governedBy(rollUps), facts(managers(managers)), ruled(credits))
                .forEach(line -> assertThat(
                                overlay.put(line.rep().value(), line.amount().amount()))
                        .as("%s has one line", line.rep())
                        .isNull());
        return overlay;
    }

    private static SortedMap<Recipient, Recipient> managers(Map<String, String> managers) {
        var above = new TreeMap<Recipient, Recipient>();
        managers.forEach((who, manager) -> above.put(of(who), of(manager)));
        return above;
    }

    private static Recipient of(String rep) {
        return new Recipient(ACME, new RepId(rep));
    }

    private static Facts facts(SortedMap<Recipient, Recipient> managers) {
        var deal = Given.wonDeal("1.00", "USD");
        return new Facts(deal, Optional.empty(), Optional.empty(), List.of("e1")).under(managers);
    }

    private static Governing.Revision governedBy(List<RollUp> rollUps) {
        var rule = new Rule("joint", CreditType.REVENUE, Mode.SPLIT, new WeightModel.Equal());
        var agreed = partnership(List.of(revision(1, new CreditingPolicy(List.of(rule), null, rollUps), SIGNED, null)));
        return new Governing.Revision(agreed.revisions().getFirst(), false, null);
    }

    private static List<Target.Line> ruled(Map<String, String> credits) {
        var zero = Money.of("0.00", "USD");
        return new TreeMap<>(credits)
                .entrySet().stream()
                        .map(credit -> {
                            var amount = Money.of(credit.getValue(), "USD");
                            var split = new Split(
                                    amount, Share.ALL, amount.amountMinor().toString(), amount, 1, false, amount);
                            var cited = new Explanation.Rule("joint", 1, false, null);
                            var because = new Explanation.Allocated(
                                    cited,
                                    dev.tandem.contracts.partnership.ParticipantRole.OWNER,
                                    split,
                                    zero,
                                    List.of(),
                                    null);
                            return new Target.Line(
                                    ACME, new RepId(credit.getKey()), CreditType.REVENUE, amount, because);
                        })
                        .toList();
    }
}
