package dev.tandem.roster.pairing;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.alignment.JointAccountChanged.Tier;
import dev.tandem.roster.mapping.JointOwners.Joint;
import dev.tandem.roster.mapping.JointOwners.Owner;
import dev.tandem.roster.pairing.Evidence.Shared;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which joint accounts the reps of two parties share: those that both own, those that one is named for, and for two
/// managers those that their people share.
final class SharedAccounts {
    private final Map<Pair, Shared> shared = new HashMap<>();
    private final Side one;
    private final Side other;

    private SharedAccounts(Side one, Side other) {
        this.one = one;
        this.other = other;
    }

    /// A party's reps as the other may know them.
    ///
    /// @param named by account of the company, who is named for it
    record Side(CompanyId company, List<Person> people, Map<CrmId, Set<RepId>> named) {}

    static Map<Pair, Shared> of(List<Joint> joints, Side one, Side other) {
        var shared = new SharedAccounts(one, other);
        joints.forEach(shared::add);
        shared.rollUp();
        return shared.shared;
    }

    private void add(Joint joint) {
        var owningOnes = owners(joint, one);
        var owningOthers = owners(joint, other);
        var ones = workers(joint, one, owningOnes);
        var others = workers(joint, other, owningOthers);
        for (var rep : ones) {
            for (var with : others) {
                var both = owningOnes.contains(rep) && owningOthers.contains(with);
                shared.merge(Pair.of(rep, with), both ? owned(joint) : new Shared(0, 0, 0, 1, 0), Shared::plus);
            }
        }
    }

    private static Shared owned(Joint joint) {
        return new Shared(1, joint.tier() == Tier.A ? 1 : 0, joint.tier() == Tier.B ? 1 : 0, 0, 0);
    }

    private static Set<RepId> owners(Joint joint, Side side) {
        var owners = new TreeSet<RepId>();
        joint.owners().stream()
                .filter(owner -> owner.company().equals(side.company()))
                .map(Owner::rep)
                .forEach(owners::add);
        return owners;
    }

    private static Set<RepId> workers(Joint joint, Side side, Set<RepId> owners) {
        if (side.named().isEmpty()) {
            return owners;
        }
        var workers = new TreeSet<>(owners);
        joint.accounts().stream()
                .filter(account -> account.company().equals(side.company()))
                .forEach(account -> workers.addAll(side.named().getOrDefault(account.account(), Set.of())));
        return workers;
    }

    /// What two people share, their managers share as teams.
    private void rollUp() {
        var managers = new HashMap<RepId, RepId>();
        for (var side : List.of(one, other)) {
            var known = side.people().stream().map(Person::rep).collect(Collectors.toSet());
            side.people()
                    .forEach(person -> person.manager()
                            .filter(known::contains)
                            .ifPresent(manager -> managers.put(person.rep(), manager)));
        }
        var teams = new HashMap<Pair, Shared>();
        shared.forEach((pair, accounts) -> {
            var above = managers.get(pair.one());
            var with = managers.get(pair.other());
            if (above != null && with != null) {
                var team = new Shared(0, 0, 0, 0, accounts.owned() + accounts.named());
                teams.merge(Pair.of(above, with), team, Shared::plus);
            }
        });
        teams.forEach((pair, team) -> shared.merge(pair, team, Shared::plus));
    }
}
