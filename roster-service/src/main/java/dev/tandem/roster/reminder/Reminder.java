package dev.tandem.roster.reminder;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.crm.CrmOut;
import dev.tandem.contracts.crm.CrmOut.DecisionDue;
import dev.tandem.contracts.crm.CrmOut.DueStage;
import dev.tandem.kit.store.Hash;
import dev.tandem.roster.queue.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a company's systems were told of one thing that waits for its decision.
///
/// @param standing whether they hold it now
record Reminder(CompanyId company, PartnershipId partnership, Waiting.Kind kind, Told told, boolean standing) {
    private static final Reason DECIDED = new Reason("NOT_WAITING", "It no longer waits for your decision.");

    /// @param path of what waits; its text stays out, since it may be another company's
    /// @param decider who decides what is overdue; null for managers, then admins
    record Told(
            String path,
            Instant since,
            Instant due,
            DueStage stage,
            String byDefault,
            @Nullable RepId decider) {}

    /// Empty while it is not soon due.
    ///
    /// @param decider who decides it once it is overdue
    static Optional<Reminder> of(CompanyId company, Waiting waiting, Moment moment, @Nullable RepId decider) {
        var due = waiting.due(moment.patience());
        if (moment.now().isBefore(due.minus(moment.soon()))) {
            return Optional.empty();
        }
        var overdue = !moment.now().isBefore(due);
        var told = new Told(
                waiting.path(),
                waiting.clock().since(),
                due,
                overdue ? DueStage.OVERDUE : DueStage.DUE_SOON,
                waiting.clock().byDefault(),
                overdue ? decider : null);
        return Optional.of(new Reminder(company, waiting.partnership(), waiting.kind(), told, true));
    }

    /// @param patience how long what has no deadline of its own waits
    /// @param soon how long before it is due somebody is reminded
    record Moment(Instant now, Duration patience, Duration soon) {}

    Reminder defaulted() {
        var last = new Told(told.path(), told.since(), told.due(), DueStage.DEFAULTED, told.byDefault(), null);
        return new Reminder(company, partnership, kind, last, true);
    }

    Reminder over() {
        return new Reminder(company, partnership, kind, told, false);
    }

    /// By company too, since each is reminded on its own.
    static String id(CompanyId company, PartnershipId partnership, Waiting.Kind kind, String path) {
        return Hash.id(company.value(), partnership.value(), kind.name(), path);
    }

    String id() {
        return id(company, partnership, kind, told.path());
    }

    String key() {
        return "waiting/" + partnership + "/" + id();
    }

    /// What its systems are to hold.
    CrmOut record() {
        return standing
                ? new DecisionDue(
                        partnership,
                        id(),
                        kind.name(),
                        told.path(),
                        told.since(),
                        told.due(),
                        told.stage(),
                        told.byDefault(),
                        told.decider())
                : new CrmOut.Withdrawn(key(), DECIDED, partnership);
    }

    /// Stored, so that those of a partnership that stand are found.
    @JsonProperty
    @Nullable
    PartnershipId standingIn() {
        return standing ? partnership : null;
    }
}
