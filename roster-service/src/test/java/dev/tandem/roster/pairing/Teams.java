package dev.tandem.roster.pairing;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.alignment.JointAccountChanged.Tier;
import dev.tandem.roster.mapping.JointOwners.Joint;
import dev.tandem.roster.mapping.JointOwners.Owner;
import dev.tandem.roster.pairing.Evidence.Shared;
import dev.tandem.roster.pairing.Proposer.Proposal;
import dev.tandem.roster.pairing.SharedAccounts.Side;
import dev.tandem.roster.rep.RoleFamily;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// Two companies' teams over joint accounts: of twenty people in a territory one leads, one is a specialist and one
/// supports; sellers own the accounts, some accounts have a tier, and specialists are named for some.
@NullMarked
final class Teams {
    private static final CompanyId ONE = new CompanyId("one");
    private static final CompanyId OTHER = new CompanyId("other");
    private static final int TEAM = 20;

    final List<Person> ones;
    final List<Person> others;
    private final List<Joint> joints = new ArrayList<>();
    private final Map<CrmId, Set<RepId>> named = new HashMap<>();

    Teams(Random random, int reps, int accounts) {
        ones = people(random, "a", reps);
        others = people(random, "b", reps);
        var sellers = sellers(ones);
        var near = sellers(others).stream()
                .collect(Collectors.groupingBy(
                        person -> person.text("territory").orElseThrow(), TreeMap::new, Collectors.toList()));
        var specialists = ones.stream()
                .filter(person -> person.family() == RoleFamily.SPECIALIST)
                .toList();
        for (int i = 0; i < accounts; i++) {
            var one = sellers.get((int) (sellers.size() * Math.pow(random.nextDouble(), 1.5)));
            var there = near.getOrDefault(one.text("territory").orElseThrow(), sellers(others));
            var account = new CrmId("A" + i);
            if (random.nextInt(20) == 0) {
                named.computeIfAbsent(account, _ -> new TreeSet<>())
                        .add(specialists.get(random.nextInt(specialists.size())).rep());
            }
            joints.add(new Joint(
                    List.of(
                            new Owner(ONE, one.rep()),
                            new Owner(
                                    OTHER,
                                    there.get(random.nextInt(there.size())).rep())),
                    List.of(new AccountRef(ONE, account), new AccountRef(OTHER, new CrmId("B" + i))),
                    tier(random)));
        }
    }

    private static @Nullable Tier tier(Random random) {
        return random.nextInt(4) == 0 ? List.of(Tier.A, Tier.B, Tier.C).get(random.nextInt(3)) : null;
    }

    private static List<Person> sellers(List<Person> people) {
        return people.stream()
                .filter(person -> person.family() == RoleFamily.SELLER)
                .toList();
    }

    private static List<Person> people(Random random, String side, int reps) {
        var people = new ArrayList<Person>();
        for (int i = 0; i < reps; i++) {
            var lead = "%s-%05d".formatted(side, i / TEAM * TEAM);
            people.add(new Person(
                    new RepId("%s-%05d".formatted(side, i)),
                    Map.of(
                            "territory",
                            "T" + i / TEAM,
                            "roleFamily",
                            family(i % TEAM).name(),
                            "manager",
                            i % TEAM == 0 ? "nobody" : lead,
                            "products",
                            "P" + random.nextInt(6),
                            "capacity",
                            String.valueOf(1 + random.nextInt(3)))));
        }
        return people;
    }

    private static RoleFamily family(int place) {
        return switch (place) {
            case 0 -> RoleFamily.MANAGER;
            case 1 -> RoleFamily.SPECIALIST;
            case 2 -> RoleFamily.SUPPORT;
            default -> RoleFamily.SELLER;
        };
    }

    Map<Pair, Shared> shared() {
        return SharedAccounts.of(joints, new Side(ONE, ones, named), new Side(OTHER, others, Map.of()));
    }

    Proposal propose(Set<Pair> current) {
        return Proposer.propose(ones, others, new Scene(shared(), current, Set.of(), Set.of()));
    }
}
