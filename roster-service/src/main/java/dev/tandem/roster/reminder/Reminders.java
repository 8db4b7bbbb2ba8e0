package dev.tandem.roster.reminder;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Topics;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import org.springframework.stereotype.Component;

/// The reminders, one document per company and thing that waits.
@Component
final class Reminders {
    private static final int STANDING_MAX = 2_000;

    private final Aggregates<Reminder> reminders;

    Reminders(Stores stores) {
        this.reminders = stores.aggregates("reminders", Reminder.class).indexed("state.standingIn", "_id");
    }

    /// Tells the company's systems, unless they hold just this: so each stage is told once, whoever looks how often.
    void tell(CompanyId company, Reminder reminder) {
        reminders.change(Tenant.of(company), reminder.id(), Cause.GIVEN, current -> {
            var same = current.map(Versioned::state).filter(reminder::equals).isPresent();
            var never = current.isEmpty() && !reminder.standing();
            return same || never
                    ? Change.none()
                    : Change.to(reminder, Outgoing.to(Topics.crmOut(company), reminder.key(), reminder.record()));
        });
    }

    List<Reminder> standing(CompanyId company, PartnershipId partnership) {
        return reminders
                .find(Tenant.of(company), where("state.standingIn").is(partnership.value()), STANDING_MAX)
                .stream()
                .map(Versioned::state)
                .toList();
    }
}
