package dev.tandem.accounts.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.accounts.Running;
import dev.tandem.contracts.CrmId;
import dev.tandem.engine.AccountRow;
import dev.tandem.engine.LiveAlignment;
import dev.tandem.engine.Party;
import dev.tandem.engine.Snapshot;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/// Instances that share the blocks of two books over the partitions of a topic find what one alignment finds, though
/// one joins late and one dies.
@Running
class BlocksOverKafkaTest {
    private static final int BLOCKS = 4;
    private static final int CHANGES = 200;

    @Value("${spring.embedded.kafka.brokers}")
    private String brokers;

    private final Map<Party, Map<String, AccountRow>> books = new EnumMap<>(Map.of(
            Party.A, new TreeMap<>(),
            Party.B, new TreeMap<>()));
    private final LiveAlignment one = new LiveAlignment(Snapshot.impartial());
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void twoInstancesOfWhichOneDiesFindWhatOneFinds() {
        var topics = BlockTopics.created(brokers, BLOCKS);
        try (var first = new BlockInstance(topics);
                var second = new BlockInstance(topics);
                var writer = new BlockWriter(topics, this::find)) {
            first.start();
            changes(writer, CHANGES);
            second.start();
            awaitShared(writer, first, second);
            changes(writer, CHANGES);
            awaitSame(writer);

            first.die();
            changes(writer, CHANGES);
            awaitSame(writer);
            assertThat(second.partitions()).hasSize(BLOCKS);
        }
    }

    @Test
    void aWriterThatBeginsAnewAsksForWhatThereIs() {
        var topics = BlockTopics.created(brokers, BLOCKS);
        try (var first = new BlockInstance(topics);
                var second = new BlockInstance(topics)) {
            first.start();
            second.start();
            try (var writer = new BlockWriter(topics, this::find)) {
                changes(writer, CHANGES);
            }
            changes(null, CHANGES / 2);
            try (var next = new BlockWriter(topics, this::find)) {
                next.begin(book(Party.A).values(), book(Party.B).values());
                awaitSame(next);
            }
        }
    }

    private void changes(@org.jspecify.annotations.Nullable BlockWriter writer, int count) {
        for (var n = 0; n < count; n++) {
            var party = random.nextBoolean() ? Party.A : Party.B;
            var id = party + "" + random.nextInt(60);
            if (random.nextInt(5) == 0) {
                book(party).remove(id);
                one.remove(party, id);
            } else {
                var row = Rows.of(new CrmId(id), RandomAccounts.fields(random));
                book(party).put(id, row);
                one.put(party, row);
            }
            if (writer != null) {
                writer.touched(party, id);
            }
        }
    }

    private Map<String, AccountRow> book(Party party) {
        return Objects.requireNonNull(books.get(party));
    }

    private List<AccountRow> find(Party party, java.util.Collection<String> ids) {
        return ids.stream().map(book(party)::get).filter(Objects::nonNull).toList();
    }

    private static void awaitShared(BlockWriter writer, BlockInstance first, BlockInstance second) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            writer.read();
            return first.partitions().size() == BLOCKS / 2
                    && second.partitions().size() == BLOCKS / 2;
        });
    }

    private void awaitSame(BlockWriter writer) {
        Awaitility.await("seed " + seed).atMost(Duration.ofMinutes(2)).until(() -> {
            writer.read();
            return writer.isComplete() && lines(writer.matches()).equals(lines(one.matches()));
        });
        assertThat(one.matches()).isNotEmpty();
    }

    private static List<String> lines(List<LiveAlignment.Standing> matches) {
        return matches.stream().map(LiveAlignment.Standing::toString).sorted().toList();
    }
}
