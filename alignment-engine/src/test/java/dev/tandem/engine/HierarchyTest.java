package dev.tandem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.engine.Hierarchy.Kinship;
import dev.tandem.engine.Hierarchy.Pair;
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

class HierarchyTest {
    private static final Hierarchy GROUP = new Hierarchy(
            Map.of("uk", "group", "lab", "uk", "fr", "group"),
            Map.of("nl", "holding"),
            List.of(new Pair("group", "holding")));

    @Test
    void tellsTheSameFromParentChildAndSibling() {
        assertThat(GROUP.kinship("group", "holding")).isEqualTo(Kinship.SAME);
        assertThat(GROUP.kinship("uk", "holding")).isEqualTo(Kinship.CHILD);
        assertThat(GROUP.kinship("lab", "holding")).isEqualTo(Kinship.CHILD);
        assertThat(GROUP.kinship("group", "nl")).isEqualTo(Kinship.PARENT);
        assertThat(GROUP.kinship("uk", "nl")).isEqualTo(Kinship.SIBLING);
        assertThat(GROUP.kinship("lab", "nl")).isEqualTo(Kinship.DIFFERENT);
        assertThat(GROUP.kinship("stranger", "nl")).isEqualTo(Kinship.DIFFERENT);
    }

    @Test
    void tellsEachPartyThatItsPartnerHasTheParent() {
        assertThat(GROUP.partnersParents())
                .extracting(relation -> relation.party() + " " + relation.id() + " under " + relation.idOfPartner())
                .containsExactly("A fr under holding", "A lab under holding", "A uk under holding", "B nl under group");
        assertThat(GROUP.partnersParents())
                .allMatch(relation -> relation.because().startsWith("Your partner has"));
    }

    @Test
    void saysNothingOfParentsInACircle() {
        var circle = new Hierarchy(Map.of("x", "y", "y", "x"), Map.of(), List.of(new Pair("x", "b")));
        assertThat(circle.kinship("y", "b")).isEqualTo(Kinship.DIFFERENT);
        assertThat(circle.partnersParents()).isEmpty();
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isTheSameSeenFromTheOtherSideAndNeverBothAboveAndBelow(long seed) {
        var random = new Random(seed);
        var ofA = parents("a", random);
        var ofB = parents("b", random);
        var matches = new ArrayList<Pair>();
        for (var n = 0; n < 8; n++) {
            if (random.nextInt(3) == 0) {
                matches.add(new Pair("a" + n, "b" + random.nextInt(8)));
            }
        }
        var hierarchy = new Hierarchy(ofA, ofB, matches);
        var turned = new ArrayList<>(matches.stream()
                .map(pair -> new Pair(pair.idOfB(), pair.idOfA()))
                .toList());
        Collections.shuffle(turned, random);
        var seen = new Hierarchy(ofB, ofA, turned);
        for (var pair = 0; pair < 64; pair++) {
            var kinship = hierarchy.kinship("a" + pair / 8, "b" + pair % 8);
            assertThat(seen.kinship("b" + pair % 8, "a" + pair / 8)).isEqualTo(turned(kinship));
            var isMatch = matches.contains(new Pair("a" + pair / 8, "b" + pair % 8));
            assertThat(kinship == Kinship.SAME).isEqualTo(isMatch);
        }
    }

    private static Kinship turned(Kinship kinship) {
        return switch (kinship) {
            case PARENT -> Kinship.CHILD;
            case CHILD -> Kinship.PARENT;
            case SAME, SIBLING, DIFFERENT -> kinship;
        };
    }

    private static Map<String, String> parents(String party, Random random) {
        var parents = new HashMap<String, String>();
        for (var n = 1; n < 8; n++) {
            if (random.nextBoolean()) {
                parents.put(party + n, party + random.nextInt(8));
            }
        }
        return parents;
    }
}
