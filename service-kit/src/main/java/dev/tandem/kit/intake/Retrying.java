package dev.tandem.kit.intake;

import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import dev.tandem.kit.store.StoreRefusal;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/// How the container treats a fault that came out of a handler. The store or the broker being away is waited for as
/// long as it takes; anything else is tried a few times and then parked, so that it does not block other keys.
final class Retrying {
    private static final long FIRST_DELAY_MS = 100;
    private static final long LONGEST_DELAY_MS = 2_000;
    private static final int OTHER_FAULTS_MAX = 5;

    private Retrying() {}

    static CommonErrorHandler errorHandler(Intake intake) {
        var handler = new DefaultErrorHandler(
                (event, fault) -> intake.giveUp(raw(event), root(fault)),
                new FixedBackOff(FIRST_DELAY_MS, OTHER_FAULTS_MAX));
        handler.setBackOffFunction((_, fault) -> mayPass(fault) ? patient() : null);
        handler.setResetStateOnExceptionChange(false);
        return handler;
    }

    private static BackOff patient() {
        var backOff = new ExponentialBackOff(FIRST_DELAY_MS, 2);
        backOff.setMaxInterval(LONGEST_DELAY_MS);
        return backOff;
    }

    static boolean mayPass(Throwable fault) {
        return Stream.iterate(fault, java.util.Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof DataAccessResourceFailureException
                        || cause instanceof TransientDataAccessException
                        || cause instanceof MongoSocketException
                        || cause instanceof MongoTimeoutException
                        || cause instanceof KafkaException
                        || cause instanceof StoreRefusal.Busy);
    }

    private static Throwable root(Throwable fault) {
        return fault.getCause() == null ? fault : root(fault.getCause());
    }

    @SuppressWarnings("unchecked")
    private static ConsumerRecord<byte[], byte[]> raw(ConsumerRecord<?, ?> event) {
        return (ConsumerRecord<byte[], byte[]>) event;
    }
}
