package dev.tandem.credit.crediting;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.partnership.CreditingPolicy;
import dev.tandem.contracts.partnership.ParticipantRole;
import dev.tandem.credit.crediting.Target.Credited;
import dev.tandem.credit.crediting.Target.NotCredited;
import java.util.List;
import java.util.stream.Stream;

/// The target: a pure function of a deal, the agreement that governs it and who worked its joint account.
public final class Crediting {
    private Crediting() {}

    public static Target target(Facts facts) {
        return switch (facts.deal().status()) {
            case WON -> wonTarget(facts);
            case REOPENED -> not("DEAL_REOPENED", "The deal was won and is open again.");
            case LOST -> not("DEAL_LOST", "The deal was won and then lost.");
            case CANCELLED -> not("DEAL_CANCELLED", "The deal was deleted by its owner after it had been won.");
        };
    }

    private static Target wonTarget(Facts facts) {
        var deal = facts.deal();
        if (deal.net().isZero()) {
            return not("NOTHING_LEFT", "The deal's net amount is zero.");
        }
        return switch (Governing.of(deal, facts.partnership())) {
            case Governing.Nothing(var because) -> new NotCredited(because);
            case Governing.Revision revision -> byAgreement(facts, revision);
        };
    }

    private static Target byAgreement(Facts facts, Governing.Revision revision) {
        var participants = Participants.of(facts.deal(), facts.counterparts());
        var missing = missing(revision, participants);
        return missing.isEmpty() ? credited(facts, revision, participants) : missingTarget(facts.deal(), missing);
    }

    private static List<ParticipantRole> missing(Governing.Revision revision, List<Participant> participants) {
        return revision.agreement().crediting().rules().stream()
                .flatMap(rule -> Weights.requiredRoles(rule.model()).stream())
                .distinct()
                .filter(role -> participants.stream().noneMatch(each -> each.role() == role))
                .sorted()
                .toList();
    }

    private static Target missingTarget(DealChanged deal, List<ParticipantRole> missing) {
        return switch (missing.getFirst()) {
            case OWNER -> not("NO_OWNER", "The rep who owns the deal is not known yet.");
            case COUNTERPART ->
                not("NO_COUNTERPART", "No counterpart covers the joint account on " + deal.effectiveDate() + ".");
        };
    }

    private static Target credited(Facts facts, Governing.Revision revision, List<Participant> participants) {
        return new Credited(revision.agreement().crediting().rules().stream()
                .flatMap(rule -> lines(facts, revision, rule, participants))
                .toList());
    }

    private static Stream<Target.Line> lines(
            Facts facts, Governing.Revision revision, CreditingPolicy.Rule rule, List<Participant> participants) {
        var net = facts.deal().net();
        var cited = revision.cite(rule);
        return LargestRemainder.divide(net, Weights.of(rule.model(), participants)).entrySet().stream()
                .map(part -> new Target.Line(
                        part.getKey().company(),
                        part.getKey().rep(),
                        rule.creditType(),
                        part.getValue().amount(),
                        new Explanation.Allocated(
                                cited,
                                part.getKey().role(),
                                part.getValue(),
                                Money.zero(net.currency()),
                                facts.eventIds())));
    }

    private static Target not(String code, String sentence) {
        return new NotCredited(new Reason(code, sentence));
    }
}
