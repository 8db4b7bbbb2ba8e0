package dev.tandem.roster.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.roster.pairing.Evidence.Shared;
import dev.tandem.roster.pairing.Proposer.Proposal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class ProposerTest {
    private static final Person KIM = person("kim", "north", "en");
    private static final Person LEE = person("lee", "south", "en");
    private static final Person PAT = person("pat", "north", "en,de");
    private static final Person QUE = person("que", "south", "fr");

    @Test
    void pairsThoseOfTheSameTerritoryAndSaysWhy() {
        var proposal = propose(Map.of(), Set.of(), Set.of(), Set.of());

        assertThat(World.pairs(proposal)).containsExactlyInAnyOrder(pair(KIM, PAT), pair(LEE, QUE));
        assertThat(proposal.pairs().getFirst().evidence().because(World.EVERY_FIELD))
                .extracting(Reason::code)
                .containsExactly("SAME_TERRITORY", "COMMON_LANGUAGE");
        assertThat(proposal.worth()).isEqualTo(proposal.bound());
    }

    @Test
    void aSharedCustomerWeighsMoreThanATerritory() {
        var proposal = propose(Map.of(pair(KIM, QUE), owned(3)), Set.of(), Set.of(), Set.of());

        assertThat(World.pairs(proposal)).contains(pair(KIM, QUE));
    }

    @Test
    void whoShallBeAPairIsOneAndWhoShallNotIsNone() {
        var proposal =
                propose(Map.of(pair(KIM, PAT), owned(50)), Set.of(), Set.of(pair(KIM, QUE)), Set.of(pair(KIM, PAT)));

        assertThat(World.pairs(proposal)).contains(pair(KIM, QUE)).doesNotContain(pair(KIM, PAT));
    }

    @Test
    void nobodyIsPairedWithMoreThanThereIsCapacityFor() {
        var world = new World(new Random(11), 40, 2_000);

        var proposal = world.propose(Set.of());

        world.ones.forEach(one -> assertThat(World.pairs(proposal).stream().filter(pair -> pair.has(one.rep())))
                .hasSizeLessThanOrEqualTo(one.capacity()));
        world.others.forEach(other -> assertThat(World.pairs(proposal).stream().filter(pair -> pair.has(other.rep())))
                .hasSizeLessThanOrEqualTo(other.capacity()));
    }

    @Test
    void theSameAgainChangesNobody() {
        var world = new World(new Random(12), 100, 1_500);
        var first = World.pairs(world.propose(Set.of()));

        assertThat(World.pairs(world.propose(first))).isEqualTo(first);
    }

    @Test
    void aRepMoreOrLessTouchesFewOthers() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (int round = 0; round < 10; round++) {
            var world = new World(random, 120, 2_000);
            var before = World.pairs(world.propose(Set.of()));
            var gone = world.ones.remove(random.nextInt(world.ones.size())).rep();

            var after = World.pairs(world.propose(before));

            assertThat(after).noneMatch(pair -> pair.has(gone));
            assertThat(changed(before, after, gone)).as("seed %d", seed).isLessThanOrEqualTo(before.size() / 5);
        }
    }

    @Test
    void inTeamsTooARepLessTouchesFewOthersAndEverybodyMeetsTheirKind() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (int round = 0; round < 5; round++) {
            var teams = new Teams(random, 120, 2_000);
            var proposal = teams.propose(Set.of());
            var before = World.pairs(proposal);
            assertThat(proposal.worth()).as("seed %d", seed).isEqualTo(proposal.bound());
            assertThat(before).as("seed %d", seed).anyMatch(pair -> pair.has(new RepId("a-00000")));
            var gone = teams.ones.remove(random.nextInt(teams.ones.size())).rep();

            var after = World.pairs(teams.propose(before));

            assertThat(changed(before, after, gone)).as("seed %d", seed).isLessThanOrEqualTo(before.size() / 5);
        }
    }

    /// Pairs made or parted that do not have the rep who left.
    private static long changed(Set<Pair> before, Set<Pair> after, RepId gone) {
        var parted = new HashSet<>(before);
        parted.removeAll(after);
        var made = new HashSet<>(after);
        made.removeAll(before);
        parted.addAll(made);
        return parted.stream().filter(pair -> !pair.has(gone)).count();
    }

    private static Proposal propose(Map<Pair, Shared> shared, Set<Pair> current, Set<Pair> wanted, Set<Pair> apart) {
        return Proposer.propose(List.of(KIM, LEE), List.of(PAT, QUE), new Scene(shared, current, wanted, apart));
    }

    private static Shared owned(int accounts) {
        return new Shared(accounts, 0, 0, 0, 0);
    }

    private static Pair pair(Person one, Person other) {
        return Pair.of(one.rep(), other.rep());
    }

    private static Person person(String id, String territory, String languages) {
        return new Person(new RepId(id), Map.of("territory", territory, "languages", languages, "capacity", "1"));
    }
}
