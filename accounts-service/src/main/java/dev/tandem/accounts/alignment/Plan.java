package dev.tandem.accounts.alignment;

import dev.tandem.accounts.issuing.IssuedIds;
import dev.tandem.accounts.matching.Group;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The steps from the joint accounts as they are to the groups that matching found: members are let go before they are
/// taken, so the store never holds one twice, and each step can be done again. Who gets which id: a merge keeps the
/// oldest, a split keeps it with the larger part.
final class Plan {
    private final Issuing issuing;
    private final Map<JointAccountId, Group> targets = new LinkedHashMap<>();

    private Plan(Issuing issuing) {
        this.issuing = issuing;
    }

    /// @param id the id of these founders, and with a number the next ones
    /// @param taken those of the ids that belong to a joint account that is not among the stored ones at hand
    record Issuing(
            BiFunction<List<AccountRef>, Integer, JointAccountId> id,
            Function<Collection<JointAccountId>, Set<JointAccountId>> taken) {
        static Issuing of(IssuedIds ids, JointAccounts stored, PartnershipId partnership) {
            return new Issuing(
                    (founders, nth) -> ids.jointAccount(partnership, founders, nth),
                    all -> stored.find(partnership, all).stream()
                            .filter(found -> !found.members().isEmpty())
                            .map(JointAccount::id)
                            .collect(Collectors.toSet()));
        }
    }

    /// First what lets go of accounts, then what takes them; each joint account once in each.
    static List<List<Step>> of(Issuing issuing, List<JointAccount> stored, List<Group> groups) {
        var plan = new Plan(issuing);
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
        var first = free.stream().map(group -> id(group, 0)).toList();
        var taken = new HashSet<>(first.isEmpty() ? Set.of() : issuing.taken().apply(first));
        stored.forEach(joint -> taken.add(joint.id()));
        free.forEach(group -> targets.put(issue(group, taken), group));
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
    ///
    /// @param taken all first ids that are, and ids of the stored ones at hand
    private JointAccountId issue(Group group, Set<JointAccountId> taken) {
        for (int i = 0; ; i++) {
            var id = id(group, i);
            var inUse = targets.containsKey(id)
                    || taken.contains(id)
                    || (i > 0 && !issuing.taken().apply(List.of(id)).isEmpty());
            if (!inUse) {
                return id;
            }
        }
    }

    private JointAccountId id(Group group, int nth) {
        return issuing.id().apply(group.members().subList(0, 2), nth);
    }

    private List<List<Step>> steps(List<JointAccount> stored) {
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
        return List.of(
                steps,
                targets.entrySet().stream()
                        .map(target -> Step.to(target.getKey(), target.getValue()))
                        .toList());
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
