package dev.tandem.accounts.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.accounts.Running;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.intake.Intake;
import dev.tandem.kit.store.Tenant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Two instances that share the alignment of one partnership come to the joint accounts that one comes to alone, though
/// one of them stops halfway, and show nobody an account that has become another before they have aligned it.
@Running
class SharedInstancesTest {
    private static final int BLOCKS = 4;
    private static final int ACCOUNTS = 150;
    private static final int CHANGES = 400;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final SharedStage stage;
    private final BookStory story;

    @Autowired
    private Intake intake;

    SharedInstancesTest(@Autowired ApplicationContext running) {
        story = new BookStory(seed, 2, ACCOUNTS);
        stage = new SharedStage(running, story);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void twoInstancesOfWhichOneStopsComeToTheJointAccountsOfOne() {
        var parts = List.of(story.changes(CHANGES), story.changes(CHANGES), story.changes(CHANGES));
        var alone = stage.agreed("alone" + seed);
        parts.forEach(part -> stage.say(alone, part));
        stage.awaitSettled(alone);

        var shared = stage.agreed("shared" + seed);
        stage.binding("stop");
        try (var first = Instance.sharing(BLOCKS, stage.environment())) {
            try (var second = Instance.sharing(BLOCKS, stage.environment())) {
                awaitBoth(first, second, 2);
                stage.say(shared, parts.get(0));
                await("both compare")
                        .atMost(SharedStage.PATIENCE)
                        .until(() -> first.reports() > 100 && second.reports() > 100);
                stage.say(shared, parts.get(1));
            }
            stage.say(shared, parts.get(2));
            stage.awaitSettled(shared);
            assertThat(first.blocks()).isEqualTo(BLOCKS);
        } finally {
            stage.binding("start");
        }
        assertThat(stage.answers(shared))
                .as("seed %d", seed)
                .isEqualTo(stage.answers(alone))
                .hasSizeGreaterThan(ACCOUNTS / 5);
        assertThat(intake.countWaiting(Tenant.PLATFORM)).as("seed %d", seed).isZero();
        tellsNoHash(shared);
    }

    private static void awaitBoth(Instance first, Instance second, int blocks) {
        await("both have blocks")
                .atMost(SharedStage.PATIENCE)
                .until(() -> first.blocks() == blocks && second.blocks() == blocks);
    }

    private void tellsNoHash(PartnershipChanged shared) {
        var hashes = PlainHashes.of(
                stage.rows(shared.parties().get(0)), stage.rows(shared.parties().get(1)));
        var sent = PlainHashes.numbers(stage.raw(List.of(Topics.MATCHING, Topics.BLOCKS)));

        assertThat(hashes).hasSizeGreaterThan(ACCOUNTS);
        assertThat(sent).as("seed %d", seed).hasSizeGreaterThan(hashes.size()).doesNotContainAnyElementsOf(hashes);
    }
}
