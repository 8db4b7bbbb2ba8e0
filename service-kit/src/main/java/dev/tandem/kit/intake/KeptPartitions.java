package dev.tandem.kit.intake;

import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;

/// Tells the subscriptions which partitions are consumed here, and by nobody else, from now on, and which are not any
/// more; before whoever else listens is told.
final class KeptPartitions implements ConsumerAwareRebalanceListener {
    private final Intake intake;
    private final ConsumerAwareRebalanceListener next;

    private KeptPartitions(Intake intake, ConsumerAwareRebalanceListener next) {
        this.intake = intake;
        this.next = next;
    }

    static void listenTo(ContainerProperties container, Intake intake) {
        container.setConsumerRebalanceListener(new KeptPartitions(intake, before(container)));
    }

    /// Spring's own listener, where no other is, only says in the log what the consumer itself says there.
    private static ConsumerAwareRebalanceListener before(ContainerProperties container) {
        return container.getConsumerRebalanceListener() instanceof ConsumerAwareRebalanceListener aware
                ? aware
                : new ConsumerAwareRebalanceListener() {};
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        intake.keeps(partitions);
        next.onPartitionsAssigned(consumer, partitions);
    }

    @Override
    public void onPartitionsRevokedBeforeCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        intake.losesSight(partitions);
        next.onPartitionsRevokedBeforeCommit(consumer, partitions);
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        next.onPartitionsRevokedAfterCommit(consumer, partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        intake.losesSight(partitions);
        next.onPartitionsLost(consumer, partitions);
    }
}
