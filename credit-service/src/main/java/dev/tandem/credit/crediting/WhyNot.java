package dev.tandem.credit.crediting;

import dev.tandem.contracts.Reason;
import dev.tandem.contracts.partnership.CreditingPolicy.Rule;
import java.util.ArrayList;
import java.util.List;

/// Why somebody has no credit of a deal: the first rule that left them out, and what became of each
/// contribution of theirs.
final class WhyNot {
    private WhyNot() {}

    static List<Reason> of(Facts facts, Target target, Recipient who) {
        return switch (target) {
            case Target.NotCredited(var because) -> List.of(because);
            case Target.Credited credited -> has(credited, who) ? List.of() : leftOut(facts, who);
        };
    }

    private static boolean has(Target.Credited credited, Recipient who) {
        return credited.lines().stream()
                .anyMatch(line -> line.company().equals(who.company())
                        && line.rep().equals(who.rep())
                        && !line.amount().isZero());
    }

    private static List<Reason> leftOut(Facts facts, Recipient who) {
        var reasons = new ArrayList<Reason>();
        if (Governing.of(facts.deal(), facts.partnership()) instanceof Governing.Revision revision) {
            revision.agreement().crediting().rules().forEach(rule -> reasons.addAll(byRule(rule, facts, who)));
        }
        return reasons.stream().distinct().toList();
    }

    private static List<Reason> byRule(Rule rule, Facts facts, Recipient who) {
        var participants = Participants.of(facts, rule.eligibility());
        var reasons = new ArrayList<Reason>();
        facts.contributions().stream()
                .filter(each -> each.by().equals(who))
                .forEach(each ->
                        Counting.whyNot(each, facts.deal(), rule.eligibility()).ifPresent(reasons::add));
        reasons.add(participants.recipients().contains(who) ? noShare(rule) : notThere(facts));
        return reasons;
    }

    private static Reason noShare(Rule rule) {
        return switch (rule.mode()) {
            case POOL -> new Reason("POOLED", "Rule " + rule.id() + " credits the pool of each party and no rep.");
            case SPLIT, DOUBLE ->
                new Reason("NO_SHARE", "Rule " + rule.id() + " gives no share to what this rep did for the deal.");
        };
    }

    private static Reason notThere(Facts facts) {
        return new Reason(
                "NOT_A_PARTICIPANT",
                "The rep neither owns the deal nor was assigned to its joint account on "
                        + facts.deal().effectiveDate() + ", and no contribution of theirs counts.");
    }
}
