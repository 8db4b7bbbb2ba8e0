package dev.tandem.kit.intake;

import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import dev.tandem.contracts.Violation;
import dev.tandem.kit.store.StoreRefusal;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/// How the container treats what comes out of a subscription: it tries the event again, for as long as it takes, since
/// the subscription itself parks what no repetition can cure.
final class Retrying {
    private static final long FIRST_DELAY_MS = 100;
    private static final long LONGEST_DELAY_MS = 2_000;

    private Retrying() {}

    static CommonErrorHandler errorHandler() {
        var patient = new ExponentialBackOff(FIRST_DELAY_MS, 2);
        patient.setMaxInterval(LONGEST_DELAY_MS);
        var handler = new DefaultErrorHandler(patient);
        // Spring gives up at once on some kinds of fault; which ones to give up on is not its decision here.
        handler.setClassifications(java.util.Map.of(), true);
        return handler;
    }

    /// Whether the fault is that the store or the broker is away, or busy.
    static boolean mayPass(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause).anyMatch(Retrying::passing);
    }

    private static boolean passing(Throwable cause) {
        return cause instanceof DataAccessResourceFailureException
                || cause instanceof TransientDataAccessException
                || cause instanceof MongoSocketException
                || cause instanceof MongoTimeoutException
                || cause instanceof MongoInterruptedException
                || cause instanceof MongoNotPrimaryException
                || cause instanceof MongoNodeIsRecoveringException
                || (cause instanceof MongoException store && store.hasErrorLabel("RetryableWriteError"))
                || cause instanceof KafkaException
                || cause instanceof StoreRefusal.Busy;
    }

    /// The fault's text may hold data, so only its type is kept.
    static Violation failed(Throwable fault) {
        return new Violation("event", "FAILED", "handling failed repeatedly with " + root(fault));
    }

    static String root(Throwable fault) {
        var cause = fault.getCause();
        return cause == null ? fault.getClass().getSimpleName() : root(cause);
    }
}
