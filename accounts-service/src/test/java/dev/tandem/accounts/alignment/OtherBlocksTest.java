package dev.tandem.accounts.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tandem.accounts.Running;
import dev.tandem.accounts.block.LookForFormerBlocks;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.intake.Intake;
import dev.tandem.kit.store.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Instances that are started with another number of blocks, or with none, or that disagree about it, come to what one
/// comes to without any. Of blocks that nobody has any more what they were told is deleted, and of no others; whoever
/// has them again is told it anew.
@Running
class OtherBlocksTest {
    private static final int ACCOUNTS = 80;
    private static final int CHANGES = 150;

    private final long seed = Long.getLong("seed", System.nanoTime());

    private final Instant begun = Instant.now();

    @Autowired
    private ApplicationContext running;

    @Autowired
    private Intake intake;

    private final BookStory story = new BookStory(seed, 2, ACCOUNTS);
    private final List<BookStory.Said> said = new ArrayList<>();

    @Test
    void anotherNumberOfBlocksChangesNoAnswer() {
        try (var stage = new SharedStage(running, story)) {
            var divided = stage.agreed("divided-" + seed);
            stage.binding("stop");
            try {
                List.of(2, 3, 1).forEach(blocks -> during(stage, blocks, divided));
            } finally {
                stage.binding("start");
            }
            say(stage, divided);
            stage.awaitSettled(divided);
            stage.binding("stop");
            try {
                disagreeing(stage, divided);
            } finally {
                stage.binding("start");
            }
            var alone = stage.agreed("undivided-" + seed);
            stage.say(alone, said);
            stage.awaitSettled(alone);
            stage.awaitSame(divided, alone);
            deletesWhatIsLeft(stage);
            stage.binding("stop");
            try {
                again(stage, divided, alone);
            } finally {
                stage.binding("start");
            }
        }
        assertThat(intake.countWaiting(Tenant.PLATFORM)).as("seed %d", seed).isZero();
    }

    private void say(SharedStage stage, PartnershipChanged partnership) {
        var changes = story.changes(CHANGES);
        said.addAll(changes);
        stage.say(partnership, changes);
    }

    /// It is stopped before it is done.
    private void during(SharedStage stage, int blocks, PartnershipChanged divided) {
        try (var instance = Instance.sharing(blocks, stage.environment())) {
            awaitAll(instance, blocks);
            say(stage, divided);
            await("they compare").atMost(SharedStage.PATIENCE).until(() -> instance.reports() > 50);
        }
    }

    private static void awaitAll(Instance instance, int blocks) {
        await("it has its blocks").atMost(SharedStage.PATIENCE).until(() -> instance.blocks() == blocks);
    }

    /// Each has all blocks of its own number.
    private void disagreeing(SharedStage stage, PartnershipChanged divided) {
        try (var two = Instance.sharing(2, stage.environment());
                var three = Instance.sharing(3, stage.environment())) {
            awaitAll(two, 2);
            awaitAll(three, 3);
            say(stage, divided);
            stage.awaitSettled(divided);
            two.lookForFormerBlocks(begun);
            assertThat(told(stage, 1)).isNotEmpty();
            two.lookForFormerBlocks(Instant.now());
            three.lookForFormerBlocks(Instant.now());
            assertThat(two.blocksOfOthers()).isEqualTo(1);
            assertThat(three.blocksOfOthers()).isEqualTo(1);
            assertThat(told(stage, 1)).isEmpty();
            assertThat(told(stage, 2)).hasSizeGreaterThan(ACCOUNTS);
            assertThat(told(stage, 3)).hasSizeGreaterThan(ACCOUNTS);
        }
    }

    private static List<String> told(SharedStage stage, int blocks) {
        return stage.outside.raw(Topics.blocks(blocks));
    }

    /// The instance that runs for all tests has no blocks.
    private void deletesWhatIsLeft(SharedStage stage) {
        LookForFormerBlocks.in(running, begun);
        assertThat(told(stage, 2)).hasSizeGreaterThan(ACCOUNTS);
        LookForFormerBlocks.in(running, Instant.now());
        assertThat(List.of(1, 2, 3))
                .allSatisfy(blocks -> assertThat(told(stage, blocks)).isEmpty());
    }

    private void again(SharedStage stage, PartnershipChanged divided, PartnershipChanged alone) {
        try (var instance = Instance.sharing(3, stage.environment())) {
            awaitAll(instance, 3);
            var changes = story.changes(CHANGES);
            stage.say(divided, changes);
            stage.say(alone, changes);
            stage.awaitSettled(alone);
            stage.awaitSame(divided, alone);
            assertThat(instance.reports()).isGreaterThan(50);
            assertThat(told(stage, 3)).hasSizeGreaterThan(ACCOUNTS);
        }
    }
}
