package dev.tandem.credit.crediting;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.partnership.Act;
import dev.tandem.contracts.partnership.Caps;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.contracts.partnership.CreditingPolicy.Mode;
import dev.tandem.contracts.partnership.CreditingPolicy.Rule;
import dev.tandem.contracts.partnership.Eligibility;
import dev.tandem.contracts.partnership.ParticipantRole;
import dev.tandem.contracts.partnership.Recognition;
import dev.tandem.contracts.partnership.RollUp;
import dev.tandem.contracts.partnership.WeightModel;
import dev.tandem.contracts.partnership.WeightModel.Position;
import dev.tandem.contracts.partnership.WeightModel.RoleShare;
import dev.tandem.contracts.partnership.WeightModel.TimeDecay;
import dev.tandem.credit.Given;
import dev.tandem.credit.crediting.Contribution.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// What was told about a deal, by hand or by chance.
@NullMarked
public final class Told {
    private static final List<Act> ACTS = List.of(Act.values());
    private static final List<Standing> STANDINGS = List.of(Standing.values());
    private static final List<Mode> MODES = List.of(Mode.SPLIT, Mode.DOUBLE, Mode.POOL);
    private static final List<String> CUTS = List.of("10%", "30%", "1/3", "7/11", "99.99%");

    /// The reps of every story report to one of two, and these to one head.
    public static final SortedMap<Recipient, Recipient> MANAGERS = managers();

    private Told() {}

    private static SortedMap<Recipient, Recipient> managers() {
        var managers = new TreeMap<Recipient, Recipient>();
        for (var company : List.of(Given.ACME, Given.GLOBEX)) {
            for (var rep : List.of("rep-a0", "rep-a1", "rep-g0", "rep-g1", "rep-g2", "rep-0", "rep-1", "rep-2")) {
                var manager = rep.endsWith("1") ? "lead-1" : "lead-2";
                managers.put(new Recipient(company, new RepId(rep)), new Recipient(company, new RepId(manager)));
            }
            for (var lead : List.of("lead-1", "lead-2")) {
                managers.put(new Recipient(company, new RepId(lead)), new Recipient(company, new RepId("head")));
            }
        }
        return managers;
    }

    /// Null more often than not.
    public static @Nullable List<RollUp> rollUps(Random random) {
        if (random.nextInt(3) > 0) {
            return null;
        }
        var first = new RollUp("up-1", CreditType.REVENUE, Share.of(1, random.nextInt(1, 30)), random.nextInt(1, 3));
        var second = new RollUp("up-2", CreditType.OVERLAY, Share.parse("33.3%"), 2);
        return random.nextBoolean() ? List.of(first) : List.of(first, second);
    }

    public static Contribution confirmed(String id, CompanyId company, String rep, Act act, LocalDate on) {
        return new Contribution(id, company, new RepId(rep), act, on, Standing.CONFIRMED);
    }

    static DealChanged deal(String id, LocalDate on, @Nullable RepId owner) {
        var deal = Given.deal(id, 1, Money.of("1200.00", "USD"), DealChanged.Status.WON);
        return Given.on(Given.ownedBy(deal, owner), on);
    }

    /// Of Anna's deal of 14 March, without counterparts.
    static Facts facts(Contribution... contributions) {
        return new Facts(
                deal("d1", Given.MARCH_14, Given.ANNA),
                Optional.empty(),
                Optional.empty(),
                List.of(contributions),
                List.of(),
                List.of("e1"));
    }

    static Facts shuffled(Facts facts, Random random) {
        var contributions = new ArrayList<>(facts.contributions());
        Collections.shuffle(contributions, random);
        return facts.with(contributions);
    }

    public static List<Contribution> contributions(Random random, int count) {
        var contributions = new ArrayList<Contribution>();
        for (int i = 1; i <= count; i++) {
            contributions.add(new Contribution(
                    "c" + i,
                    random.nextBoolean() ? Given.ACME : Given.GLOBEX,
                    new RepId("rep-" + random.nextInt(4)),
                    ACTS.get(random.nextInt(ACTS.size())),
                    LocalDate.of(2026, 1, 1).plusDays(random.nextInt(100)),
                    random.nextInt(3) > 0 ? Standing.CONFIRMED : STANDINGS.get(random.nextInt(STANDINGS.size()))));
        }
        return contributions;
    }

    static List<Facts.Other> others(Random random) {
        var others = new ArrayList<Facts.Other>();
        for (int i = 0; i < random.nextInt(5); i++) {
            var on = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(100));
            others.add(new Facts.Other(
                    deal("o" + i, on, new RepId("rep-" + random.nextInt(4))),
                    contributions(random, random.nextInt(4))));
        }
        return others;
    }

    public static Rule rule(Random random, CreditType creditType) {
        var mode = MODES.get(random.nextInt(3));
        var id = "joint-" + creditType;
        return new Rule(id, creditType, mode, model(random), caps(random, mode), eligibility(random));
    }

    /// Null half of the time.
    public static @Nullable Recognition recognition(Random random) {
        return random.nextBoolean()
                ? null
                : new Recognition("points", random.nextInt(1, 50), model(random), eligibility(random));
    }

    private static @Nullable Caps caps(Random random, Mode mode) {
        if (random.nextInt(3) > 0) {
            return null;
        }
        var max = mode == Mode.POOL || random.nextBoolean() ? null : Share.parse(CUTS.get(random.nextInt(5)));
        return new Caps(max, random.nextBoolean() ? List.of() : List.of(Money.of("1000.01", "USD")));
    }

    private static @Nullable Eligibility eligibility(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Eligibility(random.nextInt(1, 90), Set.of());
            case 1 -> new Eligibility(null, Set.of(Act.SOURCED, Act.PRESENTED, Act.CLOSED));
            default -> null;
        };
    }

    public static WeightModel model(Random random) {
        var cut = Share.of(random.nextInt(1, 100), 300);
        return switch (random.nextInt(9)) {
            case 0 -> new WeightModel.Equal();
            case 1 -> new WeightModel.First();
            case 2 -> new WeightModel.Last();
            case 3 -> new WeightModel.Linear();
            case 4 -> Position.u();
            case 5 -> Position.w();
            case 6 -> new TimeDecay(random.nextInt(1, 40));
            case 7 -> new WeightModel.Shapley();
            default ->
                new WeightModel.Fixed(List.of(
                        new RoleShare(ParticipantRole.OWNER, cut),
                        new RoleShare(ParticipantRole.SOURCED, cut),
                        new RoleShare(
                                ParticipantRole.COUNTERPART,
                                new Share(
                                        cut.denominator()
                                                .subtract(cut.numerator().add(cut.numerator())),
                                        cut.denominator()))));
        };
    }
}
