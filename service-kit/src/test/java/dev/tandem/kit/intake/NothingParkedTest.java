package dev.tandem.kit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class NothingParkedTest {
    private final NothingParked nothing = new NothingParked();
    private final AtomicInteger asked = new AtomicInteger();
    private boolean none = true;

    @Test
    void asksOnceWhileEventsComeOneAfterTheOther() {
        for (int offset = 5; offset < 10; offset++) {
            assertThat(take(0, offset)).isTrue();
        }
        assertThat(asked).hasValue(1);
        assertThat(take(1, 5)).isTrue();
        assertThat(asked).hasValue(2);
    }

    @Test
    void asksAgainAfterGapAndForWhatCameBefore() {
        assertThat(take(0, 5)).isTrue();
        none = false;
        assertThat(take(0, 6)).isTrue();
        assertThat(take(0, 8)).isFalse();
        assertThat(take(0, 6)).isFalse();
        assertThat(asked).hasValue(3);
    }

    @Test
    void asksOnceOfPartitionThatIsKeptWhateverLiesBetweenItsEvents() {
        nothing.keeps(partition(0));
        for (int offset = 5; offset < 30; offset += 3) {
            assertThat(take(0, offset)).isTrue();
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void asksAgainOncePartitionIsKeptAnewOrLost() {
        nothing.keeps(partition(0));
        assertThat(take(0, 5)).isTrue();
        nothing.keeps(partition(0));
        assertThat(take(0, 6)).isTrue();
        assertThat(asked).hasValue(2);
        nothing.losesSight(partition(0));
        none = false;
        assertThat(take(0, 7)).isFalse();
        assertThat(take(0, 9)).isFalse();
    }

    @Test
    void asksAgainOnceSomethingOfKeptPartitionWasParked() {
        nothing.keeps(partition(0));
        assertThat(take(0, 5)).isTrue();
        none = false;
        nothing.noLonger(Polled.alone(event(0, 6)));
        assertThat(take(0, 9)).isFalse();
    }

    @Test
    void asksAgainOnceSomethingWasParked() {
        assertThat(take(0, 5)).isTrue();
        none = false;
        nothing.noLonger(Polled.alone(event(0, 6)));
        assertThat(take(0, 7)).isFalse();
    }

    @Test
    void asksOnceForEventsOfOnePollWhateverLiesBetweenThem() {
        var polled = Polled.of(List.of(event(0, 5), event(1, 3), event(0, 9), event(0, 12), event(1, 8)));
        assertThat(polled).allMatch(this::take);
        assertThat(asked).hasValue(2);
        assertThat(take(0, 13)).isTrue();
        assertThat(take(1, 9)).isTrue();
        assertThat(asked).hasValue(2);
    }

    private boolean take(int partition, long offset) {
        return take(Polled.alone(event(partition, offset)));
    }

    private boolean take(Polled event) {
        var so = nothing.isSo(event, () -> {
            asked.incrementAndGet();
            return none;
        });
        if (so) {
            nothing.stays(event);
        }
        return so;
    }

    private static TopicPartition partition(int number) {
        return new TopicPartition("crm.acme.out", number);
    }

    private static ConsumerRecord<byte[], byte[]> event(int partition, long offset) {
        return new ConsumerRecord<>("crm.acme.out", partition, offset, new byte[0], new byte[0]);
    }
}
