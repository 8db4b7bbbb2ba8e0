package dev.tandem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Several blocks, whoever has them, and one who decides come to what one alignment comes to.
class SharedAlignmentTest {
    static LongStream seeds() {
        return LongStream.range(0, Integer.getInteger("stories", 500));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void standsWhereOneAlignmentStandsOnceAllHasArrived(long seed) {
        var random = new Random(seed);
        var story = new SharedStory(List.of(1, 2, 5).get((int) (seed % 3)), random);
        for (var round = 0; round < 3; round++) {
            for (var step = 0; step < 300; step++) {
                story.step();
            }
            story.rest();
            assertThat(story.ofAll()).isEqualTo(story.ofOne());
            assertThat(story.awaited()).isEmpty();
        }
        assertThat(story.explainedByAll()).isEqualTo(story.explainedByOne());
    }
}
