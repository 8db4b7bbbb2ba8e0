package dev.tandem.accounts.alignment;

import dev.tandem.accounts.block.OwnedBlocks;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;
import org.springframework.stereotype.Component;

/// Whenever partitions of the alignments' work move between instances, what this one has in memory may be out of date.
/// Blocks go with their partitions.
@Component
class Handover implements KafkaBindingRebalanceListener {
    private static final String WORK = "matchingIn-in-0";

    private static final String BLOCKS = "blocksIn-in-0";

    private final Lives lives;
    private final OwnedBlocks blocks;

    Handover(Lives lives, OwnedBlocks blocks) {
        this.lives = lives;
        this.blocks = blocks;
    }

    @Override
    public void onPartitionsAssigned(
            String bindingName, Consumer<?, ?> consumer, Collection<TopicPartition> partitions, boolean initial) {
        if (bindingName.equals(WORK)) {
            lives.forgetAll();
        } else if (bindingName.equals(BLOCKS)) {
            blocks.assigned(consumer, partitions);
        }
    }

    @Override
    public void onPartitionsRevokedAfterCommit(
            String bindingName, Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (bindingName.equals(BLOCKS)) {
            blocks.revoked(partitions);
        }
    }
}
