package dev.tandem.accounts.alignment;

import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;
import org.springframework.stereotype.Component;

/// Whenever partitions of the alignments' work move between instances, what this one has in memory may be out of date.
@Component
class Handover implements KafkaBindingRebalanceListener {
    private static final String WORK = "matchingIn-in-0";

    private final Lives lives;

    Handover(Lives lives) {
        this.lives = lives;
    }

    @Override
    public void onPartitionsAssigned(
            String bindingName, Consumer<?, ?> consumer, Collection<TopicPartition> partitions, boolean initial) {
        if (bindingName.equals(WORK)) {
            lives.forgetAll();
        }
    }
}
