package dev.tandem.kit.intake;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;

/// Creates the platform's topics before anything consumes them; while the broker is away, goes on trying beside the
/// service's start.
final class TopicCreation implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TopicCreation.class);
    private static final long RETRY_DELAY_MS = 1_000;

    private final KafkaAdmin admin;
    private volatile @Nullable Thread thread;

    TopicCreation(KafkaAdmin admin) {
        this.admin = admin;
    }

    @Override
    public void start() {
        if (!created()) {
            thread = Thread.ofVirtual().name("topic-creation").start(this::keepTrying);
        }
    }

    private void keepTrying() {
        try {
            do {
                TimeUnit.MILLISECONDS.sleep(RETRY_DELAY_MS);
            } while (!created());
        } catch (InterruptedException stopping) {
            LOG.info("The platform's topics were not created before the stop");
        }
        thread = null;
    }

    private boolean created() {
        try {
            return admin.initialize();
        } catch (IllegalStateException away) {
            LOG.warn(
                    "The platform's topics are not created yet, retrying in {} ms: {}",
                    RETRY_DELAY_MS,
                    away.toString());
            return false;
        }
    }

    @Override
    public void stop() {
        var trying = thread;
        if (trying != null) {
            trying.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
