package dev.tandem.accounts.capacity;

import dev.tandem.accounts.account.Book;
import dev.tandem.accounts.sharing.Governance;
import dev.tandem.accounts.sharing.Partnerships;
import java.time.Clock;
import org.springframework.context.ApplicationContext;

/// An instance with another limit than the one that runs.
public final class CapacityFixture {
    private CapacityFixture() {}

    public static Capacity of(ApplicationContext running, long accountsMax) {
        return of(running, accountsMax, running.getBean(Clock.class));
    }

    static Capacity of(ApplicationContext running, long accountsMax, Clock clock) {
        return new Capacity(
                new CapacitySettings(accountsMax),
                running.getBean(Book.class),
                running.getBean(Refusals.class),
                running.getBean(Partnerships.class),
                running.getBean(Governance.class),
                clock);
    }

    public static void retry(Capacity capacity) {
        capacity.retry();
    }
}
