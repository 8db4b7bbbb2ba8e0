package dev.tandem.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.engine.Clusters.Kind;
import dev.tandem.engine.Clusters.Link;
import dev.tandem.engine.Clusters.Member;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClustersTest {
    private static final List<String> PARTIES = List.of("p", "q", "r", "s");

    @Test
    void putsTheAccountsOfThreePartiesTogetherThatHangTogether() {
        var clusters = Clusters.of(List.of(likely("p1", "q1", 0.9f), likely("q1", "r1", 0.8f)));
        assertThat(clusters.all()).containsExactly(List.of(member("p1"), member("q1"), member("r1")));
        assertThat(clusters.refused()).isEmpty();
    }

    @Test
    void keepsTheMostEvidenceTogetherNotTheLikeliestPairFirst() {
        var clusters =
                Clusters.of(List.of(likely("p1", "q1", 0.95f), likely("p1", "q2", 0.9f), likely("p2", "q1", 0.9f)));
        assertThat(clusters.all())
                .containsExactly(List.of(member("p1"), member("q2")), List.of(member("p2"), member("q1")));
        assertThat(clusters.refused()).containsExactly(likely("p1", "q1", 0.95f));
    }

    @Test
    void neverPutsTwoAccountsOfOnePartyTogetherUnlessTheyAreDuplicates() {
        var links = List.of(likely("p1", "q1", 0.9f), likely("q1", "r1", 0.9f), likely("p2", "r1", 0.7f));
        assertThat(Clusters.of(links).all()).containsExactly(List.of(member("p1"), member("q1"), member("r1")));
        var declared = new ArrayList<>(links);
        declared.add(Link.of(member("p1"), member("p2"), Kind.DUPLICATES));
        assertThat(Clusters.of(declared).all())
                .containsExactly(List.of(member("p1"), member("p2"), member("q1"), member("r1")));
    }

    @Test
    void saysWhichConfirmationsContradictEachOther() {
        var confirmed = List.of(
                Link.of(member("p1"), member("q1"), Kind.CONFIRMED),
                Link.of(member("q1"), member("r1"), Kind.CONFIRMED),
                Link.of(member("p2"), member("r1"), Kind.CONFIRMED));
        assertThat(Clusters.of(confirmed).refused()).hasSize(1);
    }

    @Test
    void refusesDuplicatesOfTwoParties() {
        assertThatThrownBy(() -> Link.of(member("p1"), member("q1"), Kind.DUPLICATES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one party");
    }

    static LongStream seeds() {
        return LongStream.range(0, 1_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isConsistentWhateverTheOrderOfTheLinks(long seed) {
        var random = new Random(seed);
        var links = links(random, 2 + random.nextInt(30));
        var clusters = Clusters.of(links);
        var shuffled = new ArrayList<>(links);
        Collections.shuffle(shuffled, random);
        assertThat(Clusters.of(shuffled)).isEqualTo(clusters);
        assertThat(clusters.all()).allSatisfy(cluster -> assertIsConsistent(cluster, links));
        assertThat(clusters.all().stream().flatMap(List::stream)).doesNotHaveDuplicates();
    }

    private static void assertIsConsistent(List<Member> cluster, List<Link> links) {
        var customers = customers(links);
        for (var link : links) {
            var isRejected = link.kind() == Kind.REJECTED && !one(customers, link.one(), link.other());
            assertThat(isRejected && cluster.contains(link.one()) && cluster.contains(link.other()))
                    .isFalse();
        }
        for (var one : cluster) {
            assertThat(cluster).allMatch(other -> !other.party().equals(one.party()) || one(customers, one, other));
        }
    }

    private static boolean one(Map<Member, Member> customers, Member one, Member other) {
        return customers.getOrDefault(one, one).equals(customers.getOrDefault(other, other));
    }

    /// By account the least of those that are declared duplicates of it, in one step or several.
    private static Map<Member, Member> customers(List<Link> links) {
        var declared = links.stream()
                .filter(link -> link.kind() == Kind.DUPLICATES
                        && !links.contains(Link.of(link.one(), link.other(), Kind.REJECTED)))
                .toList();
        var customers = new HashMap<Member, Member>();
        for (var round = 0; round <= declared.size(); round++) {
            for (var link : declared) {
                var one = customers.getOrDefault(link.one(), link.one());
                var other = customers.getOrDefault(link.other(), link.other());
                customers.put(link.one(), one.compareTo(other) < 0 ? one : other);
                customers.put(link.other(), one.compareTo(other) < 0 ? one : other);
            }
        }
        return customers;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void dependsOnNothingThatDoesNotHangTogetherWithAnAccount(long seed) {
        var random = new Random(seed);
        var links = links(random, 12);
        Map<Member, List<Link>> known = new HashMap<>();
        for (var link : links) {
            known.computeIfAbsent(link.one(), _ -> new ArrayList<>()).add(link);
            known.computeIfAbsent(link.other(), _ -> new ArrayList<>()).add(link);
        }
        for (var cluster : Clusters.of(links).all()) {
            var around = Clusters.around(List.of(cluster.getLast()), member -> known.getOrDefault(member, List.of()));
            assertThat(around.all()).contains(cluster);
        }
    }

    private static List<Link> links(Random random, int count) {
        var links = new ArrayList<Link>();
        while (links.size() < count) {
            var one = new Member(PARTIES.get(random.nextInt(4)), "" + random.nextInt(5));
            var other = new Member(PARTIES.get(random.nextInt(4)), "" + random.nextInt(5));
            if (!one.equals(other)) {
                links.add(link(one, other, random));
            }
        }
        return links.stream().distinct().toList();
    }

    private static Link link(Member one, Member other, Random random) {
        if (one.party().equals(other.party())) {
            return Link.of(one, other, random.nextInt(3) == 0 ? Kind.DUPLICATES : Kind.REJECTED);
        }
        return switch (random.nextInt(8)) {
            case 0 -> Link.of(one, other, Kind.CONFIRMED);
            case 1 -> Link.of(one, other, Kind.REJECTED);
            default -> Link.likely(one, other, 0.3f + random.nextFloat() * 0.69f);
        };
    }

    private static Link likely(String one, String other, float probability) {
        return Link.likely(member(one), member(other), probability);
    }

    private static Member member(String name) {
        return new Member(name.substring(0, 1), name.substring(1));
    }
}
