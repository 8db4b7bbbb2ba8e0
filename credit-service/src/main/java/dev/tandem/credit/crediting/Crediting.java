package dev.tandem.credit.crediting;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.partnership.CreditingPolicy.CreditType;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.crediting.Target.Credited;
import dev.tandem.credit.crediting.Target.NotCredited;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The target: a pure function of a deal, the agreement that governs it, who worked its joint
/// account, and what the parties confirmed that somebody contributed.
public final class Crediting {
    private Crediting() {}

    public static Target target(Facts facts) {
        return switch (facts.deal().status()) {
            case WON -> wonTarget(facts, Governing.of(facts.deal(), facts.partnership()));
            case REOPENED -> not("DEAL_REOPENED", "The deal was won and is open again.");
            case LOST -> not("DEAL_LOST", "The deal was won and then lost.");
            case NOT_OF_RECORD -> not("NOT_OF_RECORD", "Another party's deal is the deal of record for the same sale.");
            case CANCELLED -> not("DEAL_CANCELLED", "The deal was deleted by its owner after it had been won.");
        };
    }

    private static Target wonTarget(Facts facts, Governing governing) {
        if (facts.deal().net().isZero()) {
            return not("NOTHING_LEFT", "The deal's net amount is zero.");
        }
        return switch (governing) {
            case Governing.Nothing(var because) -> new NotCredited(because);
            case Governing.Revision revision -> byAgreement(facts, revision);
        };
    }

    private static Target byAgreement(Facts facts, Governing.Revision revision) {
        var rules = revision.agreement().crediting().rules();
        var missing = rules.stream()
                .flatMap(rule ->
                        Missing.of(rule.model(), Participants.of(facts, rule.eligibility()), facts.deal()).stream())
                .findFirst();
        return missing.<Target>map(NotCredited::new)
                .orElseGet(() -> credited(
                        rules.stream()
                                .map(rule -> Ruling.of(rule, revision, facts))
                                .toList(),
                        revision,
                        facts));
    }

    private static Target credited(Collection<Ruling> rulings, Governing.Revision revision, Facts facts) {
        var creditable = new TreeMap<CreditType, Money>();
        rulings.forEach(ruling ->
                creditable.put(ruling.rule().creditType(), ruling.division().whole()));
        var ruled = rulings.stream().flatMap(Crediting::lines).toList();
        var above = RollingUp.of(revision, facts, ruled);
        above.forEach(line -> creditable.merge(line.creditType(), line.amount(), Money::plus));
        var lines = Stream.concat(ruled.stream(), above.stream()).toList();
        return new Credited(lines, creditable, Recognising.of(revision, facts));
    }

    private static Stream<Target.Line> lines(Ruling ruling) {
        return ruling.division().parts().entrySet().stream()
                .map(part -> new Target.Line(
                        part.getKey().company(),
                        part.getKey().rep(),
                        ruling.rule().creditType(),
                        part.getValue().amount(),
                        ruling.because(part.getKey(), part.getValue())));
    }

    /// Whether what a deal is credited with can rest on other deals of its joint account.
    public static boolean looksAtOthers(Facts facts) {
        return Governing.of(facts.deal(), facts.partnership()) instanceof Governing.Revision revision
                && revision.looksAtOthers();
    }

    /// Whether any revision of the agreement credits deals by one another.
    public static boolean everLooksAtOthers(PartnershipChanged partnership) {
        return partnership.revisions().stream()
                .anyMatch(revision -> new Governing.Revision(revision, false, null).looksAtOthers());
    }

    /// Those of whom it matters, for what a deal is credited with, whom they report to.
    public static Set<Recipient> reporting(Facts facts) {
        return Governing.of(facts.deal(), facts.partnership()) instanceof Governing.Revision revision
                        && revision.rollsUp()
                ? Participants.of(facts, null).recipients()
                : Set.of();
    }

    /// Whether any revision of the agreement credits managers.
    public static boolean everRollsUp(PartnershipChanged partnership) {
        return partnership.revisions().stream()
                .anyMatch(revision -> new Governing.Revision(revision, false, null).rollsUp());
    }

    /// By the rules of the revision that governs a deal: why somebody has no credit of it. Empty if
    /// they have some.
    public static List<Reason> whyNot(Facts facts, Recipient who) {
        return WhyNot.of(facts, target(facts), who);
    }

    private static Target not(String code, String sentence) {
        return new NotCredited(new Reason(code, sentence));
    }
}
