package dev.tandem.accounts.block;

import java.time.Instant;
import org.springframework.context.ApplicationContext;

/// What is done every five minutes, at once, and as if it were a day later than some time.
public final class LookForFormerBlocks {
    private LookForFormerBlocks() {}

    public static void in(ApplicationContext running, Instant before) {
        running.getBean(FormerBlocks.class).look(before);
    }
}
