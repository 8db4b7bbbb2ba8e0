package dev.tandem.accounts.account;

import dev.tandem.accounts.population.OwnPopulations;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.kit.store.Ids;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationContext;

/// What an instance whose clock is behind writes.
public final class LateRecords {
    private LateRecords() {}

    public static AccountRecords of(ApplicationContext context, Duration behind) {
        return new AccountRecords(
                context.getBean(Accounts.class),
                context.getBean(Partnerships.class),
                context.getBean(OwnPopulations.class),
                context.getBean(Ids.class),
                Clock.offset(Clock.systemUTC(), behind.negated()));
    }
}
