package dev.tandem.credit.earning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// World after world for a minute, each from a seed of its own. `-Dtandem.simulation.seed` and
/// `-Dtandem.simulation.seconds` choose others; a failure names the world's seed.
class SimulationTest {
    private static final long SEED = Long.getLong("tandem.simulation.seed", 20260801L);
    private static final Duration TIME = Duration.ofSeconds(Long.getLong("tandem.simulation.seconds", 60L));

    @Test
    void whateverHappensNothingIsLostDoubledOrChanged() {
        System.out.println("seed " + SEED);
        var seeds = new Random(SEED);
        var until = System.nanoTime() + TIME.toNanos();
        long worlds = 0;
        while (System.nanoTime() < until) {
            play(seeds.nextLong());
            worlds++;
        }
        System.out.println(worlds + " worlds");
        assertThat(worlds).isPositive();
    }

    private static void play(long seed) {
        try {
            new SimulatedWorld(seed).play();
        } catch (AssertionError | RuntimeException failed) {
            throw new AssertionError("world of seed " + seed, failed);
        }
    }
}
