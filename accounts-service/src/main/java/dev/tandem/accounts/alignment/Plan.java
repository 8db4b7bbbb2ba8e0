package dev.tandem.accounts.alignment;

import dev.tandem.accounts.matching.Group;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Hash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The steps from the joint accounts as they are to the groups that matching found: members are let go before they are
/// taken, so the store never holds one twice, and each step can be done again. Who gets which id: a merge keeps the
/// oldest, a split keeps it with the larger part.
final class Plan {
    private final PartnershipId partnership;
    private final Predicate<JointAccountId> taken;
    private final Map<JointAccountId, Group> targets = new LinkedHashMap<>();

    private Plan(PartnershipId partnership, Predicate<JointAccountId> taken) {
        this.partnership = partnership;
        this.taken = taken;
    }

    /// @param taken whether an id belongs to a joint account that is not among `stored`
    static List<Step> of(
            PartnershipId partnership, List<JointAccount> stored, List<Group> groups, Predicate<JointAccountId> taken) {
        var plan = new Plan(partnership, taken);
        plan.assign(stored, groups);
        return plan.steps(stored);
    }

    private void assign(List<JointAccount> stored, List<Group> groups) {
        var free = new ArrayList<>(groups);
        stored.stream()
                .sorted(Comparator.comparing(JointAccount::foundedAt).thenComparing(JointAccount::id))
                .forEach(joint -> largestPart(joint, free).ifPresent(group -> {
                    free.remove(group);
                    targets.put(joint.id(), group);
                }));
        free.forEach(group -> targets.put(issue(group, stored), group));
    }

    private static Optional<Group> largestPart(JointAccount joint, List<Group> groups) {
        return groups.stream()
                .filter(group -> common(joint, group) > 0)
                .max(Comparator.comparingLong((Group group) -> common(joint, group))
                        .thenComparing(group -> group.members().getFirst(), Comparator.reverseOrder()));
    }

    private static long common(JointAccount joint, Group group) {
        return joint.members().stream()
                .filter(member -> group.members().contains(member.account()))
                .count();
    }

    /// Of the founding pair; with a number behind it only where that pair's id went on to other accounts.
    private JointAccountId issue(Group group, List<JointAccount> stored) {
        var one = group.members().get(0).toString();
        var other = group.members().get(1).toString();
        for (int i = 0; ; i++) {
            var id = new JointAccountId(
                    i == 0
                            ? Hash.id(partnership.value(), one, other)
                            : Hash.id(partnership.value(), one, other, Integer.toString(i)));
            var inUse = targets.containsKey(id)
                    || stored.stream().anyMatch(joint -> joint.id().equals(id))
                    || taken.test(id);
            if (!inUse) {
                return id;
            }
        }
    }

    private List<Step> steps(List<JointAccount> stored) {
        var steps = new ArrayList<Step>();
        for (var joint : stored) {
            var target = targets.get(joint.id());
            if (target == null) {
                steps.add(Step.dissolving(joint.id()));
            } else if (losesToAnother(joint, target)) {
                steps.add(Step.keeping(
                        joint,
                        refs(joint).stream().filter(target.members()::contains).toList()));
            }
        }
        targets.forEach((id, group) -> steps.add(Step.to(id, group)));
        return steps;
    }

    private boolean losesToAnother(JointAccount joint, Group target) {
        return refs(joint).stream()
                .filter(ref -> !target.members().contains(ref))
                .anyMatch(ref -> targets.values().stream()
                        .anyMatch(group -> group.members().contains(ref)));
    }

    private static List<AccountRef> refs(JointAccount joint) {
        return joint.members().stream().map(JointAccount.Member::account).toList();
    }
}
