package dev.tandem.credit.crediting;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.contracts.partnership.RollUp;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What managers get of a deal, each once: by the first roll-up that reaches them, and only if no
/// rule gives them overlay credit of their own.
final class RollingUp {
    private RollingUp() {}

    /// What the people beneath a manager have.
    private record Team(SortedSet<RepId> people, Money sum) {
        static Team of(Target.Line line) {
            return new Team(new TreeSet<>(Set.of(line.rep())), line.amount());
        }

        Team with(Team other) {
            var all = new TreeSet<>(people);
            all.addAll(other.people);
            return new Team(all, sum.plus(other.sum));
        }
    }

    /// @param ruled what the rules of the revision give
    static List<Target.Line> of(Governing.Revision revision, Facts facts, List<Target.Line> ruled) {
        var reached = ruled.stream()
                .filter(line -> line.creditType() == CreditType.OVERLAY)
                .map(RollingUp::who)
                .collect(Collectors.toCollection(HashSet::new));
        var lines = new ArrayList<Target.Line>();
        for (var rollUp : revision.agreement().crediting().managers()) {
            teams(rollUp, facts.managers(), ruled).forEach((manager, team) -> {
                if (reached.add(manager)) {
                    lines.add(line(manager, team, new Cited(rollUp, revision.cite(rollUp)), facts.eventIds()));
                }
            });
        }
        lines.removeIf(line -> line.amount().isZero());
        return lines;
    }

    private record Cited(RollUp rollUp, Explanation.Rule rule) {}

    private static Recipient who(Target.Line line) {
        return new Recipient(line.company(), line.rep());
    }

    private static SortedMap<Recipient, Team> teams(
            RollUp rollUp, Map<Recipient, Recipient> managers, List<Target.Line> ruled) {
        var teams = new TreeMap<Recipient, Team>();
        ruled.stream()
                .filter(line -> line.creditType() == rollUp.of())
                .forEach(line -> above(who(line), managers, rollUp.levels())
                        .forEach(manager -> teams.merge(manager, Team.of(line), Team::with)));
        return teams;
    }

    /// The managers from the direct one up; nobody stands above themselves, should the rosters say
    /// so.
    private static Set<Recipient> above(Recipient who, Map<Recipient, Recipient> managers, int levels) {
        var above = new TreeSet<Recipient>();
        var next = managers.get(who);
        while (next != null && above.size() < levels && !next.equals(who) && above.add(next)) {
            next = managers.get(next);
        }
        return above;
    }

    private static Target.Line line(Recipient manager, Team team, Cited cited, List<String> inputs) {
        var rate = cited.rollUp().rate();
        var exact = team.sum().amountMinor().multiply(rate.numerator());
        var amount = new Money(exact.divide(rate.denominator()), team.sum().currency());
        var because = new Explanation.RolledUp(
                cited.rule(),
                cited.rollUp().of(),
                List.copyOf(team.people()),
                team.sum(),
                rate,
                fraction(exact, rate.denominator()),
                amount,
                Money.zero(amount.currency()),
                inputs);
        return new Target.Line(manager.company(), manager.rep(), CreditType.OVERLAY, amount, because);
    }

    private static String fraction(BigInteger numerator, BigInteger denominator) {
        var lowest = new Share(numerator.abs(), denominator);
        var sign = numerator.signum() < 0 ? "-" : "";
        return sign
                + lowest.numerator()
                + (lowest.denominator().equals(BigInteger.ONE) ? "" : "/" + lowest.denominator());
    }
}
