package dev.tandem.accounts.block;

import dev.tandem.contracts.alignment.BlockWork;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.intake.Unprocessable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/// The blocks whose partitions of the topic of blocks this instance has.
@Component
public class OwnedBlocks {
    private final Map<Integer, OwnedBlock> owned = new ConcurrentHashMap<>();
    private final BlockSettings settings;
    private final Posts posts;
    private final Means means;

    /// What every block has to do with.
    ///
    /// @param of how many blocks there are
    record Means(int of, Wire wire, Counter reports) {}

    OwnedBlocks(BlockSettings settings, Posts posts, Wire wire, MeterRegistry meters) {
        this.settings = settings;
        this.posts = posts;
        means = new Means(settings.blocks(), wire, meters.counter("tandem.alignment.blocks.reports"));
        meters.gaugeMapSize("tandem.alignment.blocks.owned", List.of(), owned);
    }

    /// Their numbers.
    public Set<Integer> numbers() {
        return new TreeSet<>(owned.keySet());
    }

    /// They are made anew from all that their partitions hold.
    public void assigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        consumer.seekToBeginning(partitions);
        partitions.stream()
                .map(TopicPartition::partition)
                .filter(number -> number < settings.blocks())
                .forEach(number -> owned.put(number, begun(number)));
    }

    private OwnedBlock begun(int number) {
        return new OwnedBlock(number, means, new Post(posts));
    }

    public void revoked(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> owned.remove(partition.partition()));
    }

    /// What is found is on the broker when it returns.
    public void onAll(List<Incoming<BlockWork>> events) {
        var taking = new LinkedHashSet<OwnedBlock>();
        try {
            events.stream()
                    .filter(event -> event.place().partition() < settings.blocks())
                    .forEach(event -> {
                        var block = owned(event);
                        taking.add(block);
                        block.take(event.payload(), event.place().offset());
                    });
            taking.forEach(OwnedBlock::arrived);
        } catch (RuntimeException failed) {
            taking.forEach(OwnedBlock::beginAnew);
            throw failed;
        }
    }

    private OwnedBlock owned(Incoming<BlockWork> event) {
        var block = owned.get(event.place().partition());
        if (block == null) {
            throw new Unprocessable("partition", "NOT_HERE", "another instance has this block");
        }
        return block;
    }
}
