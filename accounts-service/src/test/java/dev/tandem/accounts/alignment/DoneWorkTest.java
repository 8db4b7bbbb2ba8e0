package dev.tandem.accounts.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.accounts.Running;
import dev.tandem.contracts.Topics;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@Running
class DoneWorkTest {
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final BookStory story = new BookStory(seed, 2, 20);

    @Autowired
    private ApplicationContext running;

    @Autowired
    private DoneWork work;

    @Test
    void deletesWorkOnceItIsDoneAndNoneBefore() {
        try (var stage = new SharedStage(running, story)) {
            var partnership = stage.agreed("done-" + seed);
            stage.say(partnership, story.changes(40));
            stage.awaitSettled(partnership);
            deleteAll(stage);

            stage.matching("stop");
            stage.say(partnership, story.changes(40));
            await("all is work by now")
                    .atMost(SharedStage.PATIENCE)
                    .during(Duration.ofSeconds(1))
                    .untilAsserted(() -> {
                        stage.assertThatBooksAreThere(partnership);
                        assertThat(stage.outside.raw(Topics.MATCHING)).hasSizeGreaterThan(10);
                    });
            var left = stage.outside.raw(Topics.MATCHING);
            work.delete();
            assertThat(stage.outside.raw(Topics.MATCHING)).isEqualTo(left);
            stage.matching("start");
            stage.awaitSettled(partnership);
            deleteAll(stage);
        }
    }

    private void deleteAll(SharedStage stage) {
        assertThat(stage.outside.raw(Topics.MATCHING)).isNotEmpty();
        await("all is done, and deleted").atMost(SharedStage.PATIENCE).untilAsserted(() -> {
            work.delete();
            assertThat(stage.outside.raw(Topics.MATCHING)).isEmpty();
        });
    }
}
