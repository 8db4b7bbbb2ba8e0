package dev.tandem.credit.crediting;

import dev.tandem.contracts.Money;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.partnership.CreditingPolicy.Mode;
import dev.tandem.contracts.partnership.CreditingPolicy.Rule;
import dev.tandem.contracts.partnership.WeightModel;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// What one rule of an agreement gives of one deal, with all that it was decided by.
///
/// @param weights by the model alone, before mode and caps
record Ruling(
        Rule rule,
        Explanation.Rule cited,
        Facts facts,
        Participants participants,
        SortedMap<Recipient, Share> weights,
        Division division) {

    /// @param facts of a deal in which nobody is missing whom the rule needs
    static Ruling of(Rule rule, Governing.Revision revision, Facts facts) {
        var participants = Participants.of(facts, rule.eligibility());
        var weights = Weights.of(rule, participants, facts);
        var creditable = Capping.creditable(facts.deal().net(), rule.caps());
        return new Ruling(
                rule, revision.cite(rule), facts, participants, weights, Division.of(rule, weights, creditable));
    }

    Explanation because(Recipient who, Split split) {
        var grounds = participants.groundsOf(
                each -> rule.mode() == Mode.POOL ? each.company().equals(who.company()) : each.equals(who),
                each -> Weights.counts(rule.model(), participants, each));
        var role = grounds.getFirst().role();
        var before = Money.zero(split.net().currency());
        return new Explanation.Allocated(cited, role, split, before, facts.eventIds(), sharing(who, split, grounds));
    }

    /// Null where the role and the split say it all.
    private @Nullable Sharing sharing(Recipient who, Split split, List<Ground> grounds) {
        var cappedFrom =
                facts.deal().net().equals(split.net()) ? null : facts.deal().net();
        var heldFrom = rule.mode() == Mode.SPLIT && !split.share().equals(weights.get(who)) ? weights.get(who) : null;
        var byRole = rule.model() instanceof WeightModel.Fixed || rule.model() instanceof WeightModel.Equal;
        var plain = byRole
                && rule.mode() == Mode.SPLIT
                && grounds.size() == 1
                && grounds.getFirst().plain();
        return plain && Objects.isNull(cappedFrom) && Objects.isNull(heldFrom)
                ? null
                : new Sharing(rule.mode(), rule.model(), grounds, cappedFrom, heldFrom);
    }
}
