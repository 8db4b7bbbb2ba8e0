package dev.tandem.accounts.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.accounts.Running;
import dev.tandem.contracts.Topic;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.intake.Intake;
import dev.tandem.kit.store.Tenant;
import java.util.List;
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

    @Autowired
    private ApplicationContext running;

    @Autowired
    private Intake intake;

    @Test
    void twoInstancesOfWhichOneStopsComeToTheJointAccountsOfOne() {
        var story = new BookStory(seed, 2, ACCOUNTS);
        try (var stage = new SharedStage(running, story)) {
            var shared = play(stage, story, "two");
            tellsNoHash(stage, shared);
        }
    }

    @Test
    void threePartiesAreSharedAsTwoAre() {
        var story = new BookStory(seed, 3, ACCOUNTS / 2);
        try (var stage = new SharedStage(running, story)) {
            play(stage, story, "three");
        }
    }

    /// As one instance, then as two.
    private PartnershipChanged play(SharedStage stage, BookStory story, String name) {
        var parts = List.of(story.changes(CHANGES), story.changes(CHANGES), story.changes(CHANGES));
        var alone = stage.agreed(name + "-alone-" + seed);
        parts.forEach(part -> stage.say(alone, part));
        stage.awaitSettled(alone);

        var shared = stage.agreed(name + "-shared-" + seed);
        stage.binding("stop");
        try (var watch = stage.watching(shared);
                var first = Instance.sharing(BLOCKS, stage.environment())) {
            try (var second = Instance.sharing(BLOCKS, stage.environment())) {
                await("both have blocks")
                        .atMost(SharedStage.PATIENCE)
                        .until(() -> first.blocks() == BLOCKS / 2 && second.blocks() == BLOCKS / 2);
                stage.say(shared, parts.get(0));
                await("both compare")
                        .atMost(SharedStage.PATIENCE)
                        .until(() -> first.reports() > 100 && second.reports() > 100);
                stage.say(shared, parts.get(1));
            }
            stage.say(shared, parts.get(2));
            stage.awaitSame(shared, alone);
            assertThat(first.blocks()).isEqualTo(BLOCKS);
            keepsSecrets(stage, story, shared, watch);
        } finally {
            stage.binding("start");
        }
        assertThat(intake.countWaiting(Tenant.PLATFORM)).as("seed %d", seed).isZero();
        return shared;
    }

    private void keepsSecrets(SharedStage stage, BookStory story, PartnershipChanged shared, Watch watch) {
        var topics = shared.parties().stream().<Topic<?>>map(Topics::crmOut).toList();
        var told = String.join("\n", stage.topics.raw(topics));

        assertThat(story.secrets()).hasSizeGreaterThan(20);
        assertThat(watch.looks()).isGreaterThan(10);
        assertThat(watch.seen()).as("seen by a partner, seed %d", seed).isEmpty();
        assertThat(story.secrets()).as("told, seed %d", seed).noneMatch(told::contains);
    }

    private void tellsNoHash(SharedStage stage, PartnershipChanged shared) {
        var hashes = PlainHashes.of(
                stage.rows(shared.parties().get(0)), stage.rows(shared.parties().get(1)));
        var sent = PlainHashes.numbers(stage.topics.raw(List.of(Topics.MATCHING, Topics.blocks(BLOCKS))));

        assertThat(hashes).hasSizeGreaterThan(ACCOUNTS);
        assertThat(sent).as("seed %d", seed).hasSizeGreaterThan(hashes.size()).doesNotContainAnyElementsOf(hashes);
    }
}
