package dev.tandem.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QualityTest {
    private static final Gold GOLD = new Gold(Map.of("a1", Set.of("b1"), "a2", Set.of("b2"), "a3", Set.of("b3")), 3);

    private static final List<Scored> PAIRS =
            List.of(new Scored("a1", "b1", 0.9), new Scored("a2", "b9", 0.7), new Scored("a3", "b3", 0.4));

    @Test
    void countsOnlyPairsAtOrAboveTheThreshold() {
        var at = Quality.of(PAIRS, GOLD, 0.5).atThreshold();
        assertThat(at.precision()).isEqualTo(0.5);
        assertThat(at.recall()).isEqualTo(1 / 3.0, within(1e-9));
    }

    @Test
    void findsTheThresholdThatServesTheDataBest() {
        var quality = Quality.of(PAIRS, GOLD, 0.5);
        assertThat(quality.bestThreshold()).isEqualTo(0.4);
        assertThat(quality.best().f1()).isEqualTo(2 / 3.0, within(1e-9));
    }

    @Test
    void recallAtPrecisionStopsWherePrecisionIsLost() {
        assertThat(Quality.of(PAIRS, GOLD, 0.5).recallAtPrecision98()).isEqualTo(1 / 3.0, within(1e-9));
    }

    @Test
    void equalScoresStandOrFallTogether() {
        var equal = List.of(new Scored("a1", "b1", 0.9), new Scored("a2", "b9", 0.9));
        assertThat(Quality.of(equal, GOLD, 0.5).recallAtPrecision98()).isZero();
    }

    @Test
    void oneToOneKeepsTheBetterPairOfAnAccount() {
        var pairs = List.of(new Scored("a1", "b1", 0.5), new Scored("a1", "b2", 0.8), new Scored("a2", "b2", 0.7));
        assertThat(Scored.oneToOne(pairs)).containsExactly(new Scored("a1", "b2", 0.8));
    }
}
