package dev.tandem.kit.relay;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/// Whether a failed batch is due to one of its events, such as one that is too large, or to the broker or the sender
/// as a whole.
final class Refusal {
    private static final List<Class<? extends Throwable>> OF_ALL = List.of(
            RetriableException.class,
            ProducerFencedException.class,
            InvalidProducerEpochException.class,
            OutOfOrderSequenceException.class,
            TransactionalIdAuthorizationException.class,
            ClusterAuthorizationException.class,
            AuthenticationException.class,
            UnsupportedVersionException.class);

    private Refusal() {}

    static boolean ofOneEvent(Throwable fault) {
        return causes(fault).noneMatch(cause -> OF_ALL.stream().anyMatch(kind -> kind.isInstance(cause)));
    }

    /// The innermost kind of fault; its text may hold what an event says.
    static String kind(Throwable fault) {
        return causes(fault).reduce((_, last) -> last).orElse(fault).getClass().getSimpleName();
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause);
    }
}
