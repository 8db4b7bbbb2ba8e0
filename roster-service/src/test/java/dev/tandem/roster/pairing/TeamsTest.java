package dev.tandem.roster.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.alignment.JointAccountChanged.Tier;
import dev.tandem.roster.mapping.JointOwners.Joint;
import dev.tandem.roster.mapping.JointOwners.Owner;
import dev.tandem.roster.pairing.Evidence.Shared;
import dev.tandem.roster.pairing.SharedAccounts.Side;
import dev.tandem.roster.rep.RoleFamily;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Managers meet managers, specialists specialists, and accounts weigh by tier and by who is named for them.
@NullMarked
class TeamsTest {
    private static final CompanyId ACME = new CompanyId("acme");
    private static final CompanyId GLOBEX = new CompanyId("globex");
    private static final Person KIM = person("kim", "Account Executive", "ann");
    private static final Person ANN = person("ann", "Sales Director", null);
    private static final Person PAT = person("pat", "Account Manager", "bob");
    private static final Person BOB = person("bob", "Head of Sales", null);
    private static final Person SUE = person("sue", "Solution Engineer", null);
    private static final Person TOM = person("tom", "Consultant", null);

    @Test
    void managersArePairedByWhatTheirPeopleShare() {
        var shared = shared(List.of(joint(Tier.A), joint(Tier.B), joint(null)), Map.of());
        var proposal = Proposer.propose(
                List.of(KIM, ANN, SUE), List.of(PAT, BOB, TOM), new Scene(shared, Set.of(), Set.of(), Set.of()));

        assertThat(World.pairs(proposal))
                .containsExactlyInAnyOrder(
                        Pair.of(KIM.rep(), PAT.rep()), Pair.of(ANN.rep(), BOB.rep()), Pair.of(SUE.rep(), TOM.rep()));
        assertThat(proposal.pairs())
                .filteredOn(pair -> pair.one().equals(ANN.rep()))
                .flatExtracting(pair -> pair.evidence().because(World.EVERY_FIELD))
                .extracting(Reason::code, Reason::sentence)
                .contains(
                        org.assertj.core.api.Assertions.tuple("TEAM_ACCOUNTS", "Their teams share joint accounts: 3."))
                .extracting(tuple -> tuple.toList().getFirst())
                .contains("SAME_KIND_OF_ROLE");
    }

    @Test
    void aManagerIsNoNeighbourOfASellerInTheSameTerritory() {
        var one = new Person(new RepId("a"), Map.of("territory", "north", "role", "Sales Director"));
        var other = new Person(new RepId("b"), Map.of("territory", "north", "role", "Account Executive"));

        var proposal =
                Proposer.propose(List.of(one), List.of(other), new Scene(Map.of(), Set.of(), Set.of(), Set.of()));

        assertThat(proposal.pairs()).isEmpty();
    }

    @Test
    void tiersWeighAndSoDoesWhoIsNamed() {
        var plain = shared(List.of(joint(null)), Map.of());
        var high = shared(List.of(joint(Tier.A)), Map.of());
        var named = shared(List.of(joint(null)), Map.of(new CrmId("A1"), Set.of(SUE.rep())));

        var pair = Pair.of(KIM.rep(), PAT.rep());
        assertThat(plain).containsEntry(pair, new Shared(1, 0, 0, 0, 0));
        assertThat(high).containsEntry(pair, new Shared(1, 1, 0, 0, 0));
        assertThat(points(high, pair)).isGreaterThan(points(plain, pair));
        assertThat(named).containsEntry(Pair.of(SUE.rep(), PAT.rep()), new Shared(0, 0, 0, 1, 0));
    }

    @Test
    void rolesAreOfAKindWhateverTheyAreCalled() {
        assertThat(RoleFamily.of(Map.of("role", "Key Account Manager"))).isEqualTo(RoleFamily.SELLER);
        assertThat(RoleFamily.of(Map.of("role", "Regional Sales Manager"))).isEqualTo(RoleFamily.MANAGER);
        assertThat(RoleFamily.of(Map.of("role", "Customer Success"))).isEqualTo(RoleFamily.SUPPORT);
        assertThat(RoleFamily.of(Map.of("role", "Team leader"))).isEqualTo(RoleFamily.SELLER);
        assertThat(RoleFamily.of(Map.of("role", "AE", "roleFamily", "SPECIALIST")))
                .isEqualTo(RoleFamily.SPECIALIST);
    }

    private static long points(Map<Pair, Shared> shared, Pair pair) {
        return java.util.Objects.requireNonNull(shared.get(pair)).points();
    }

    private static Map<Pair, Shared> shared(List<Joint> joints, Map<CrmId, Set<RepId>> named) {
        return SharedAccounts.of(
                joints,
                new Side(ACME, List.of(KIM, ANN, SUE), named),
                new Side(GLOBEX, List.of(PAT, BOB, TOM), Map.of()));
    }

    private static Joint joint(@Nullable Tier tier) {
        return new Joint(
                List.of(new Owner(ACME, KIM.rep()), new Owner(GLOBEX, PAT.rep())),
                List.of(new AccountRef(ACME, new CrmId("A1")), new AccountRef(GLOBEX, new CrmId("G1"))),
                tier);
    }

    private static Person person(String id, String role, @Nullable String manager) {
        return new Person(
                new RepId(id), manager == null ? Map.of("role", role) : Map.of("role", role, "manager", manager));
    }
}
