package dev.tandem.roster.reminder;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.crm.CrmOut.DueStage;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.roster.company.ActiveCompanies;
import dev.tandem.roster.governance.Deciders;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.queue.Source;
import dev.tandem.roster.queue.Source.Asker;
import dev.tandem.roster.reminder.Reminder.Moment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks from time to time at what waits for each company, and has its systems told of what is soon due or overdue.
/// Several instances may look at once: what was told is not told again.
@Component
public class Reminding {
    private static final int PART = 100;
    /// How long what came to its default stays to be read.
    private static final Duration DEFAULTED_STAYS = Duration.ofDays(60);

    private final List<Source> sources;
    private final Agreements agreements;
    private final ActiveCompanies companies;
    private final Deciders deciders;
    private final Reminders reminders;
    private final Times times;

    /// How long what has no deadline waits, and how long before it is due somebody is reminded.
    @Component
    record Times(
            Clock clock,
            @Value("${tandem.roster.decision-days:14}") int decisionDays,
            @Value("${tandem.roster.reminder-days:3}") int reminderDays) {
        Moment at(Instant now) {
            return new Moment(now, Duration.ofDays(decisionDays), Duration.ofDays(reminderDays));
        }
    }

    Reminding(
            List<Source> sources,
            Agreements agreements,
            ActiveCompanies companies,
            Deciders deciders,
            Reminders reminders,
            Times times) {
        this.sources = List.copyOf(sources);
        this.agreements = agreements;
        this.companies = companies;
        this.deciders = deciders;
        this.reminders = reminders;
        this.times = times;
    }

    @Scheduled(
            fixedDelayString = "${tandem.roster.reminder-interval-ms:300000}",
            initialDelayString = "${tandem.roster.reminder-interval-ms:300000}")
    void remind() {
        companies.each(company -> remind(company, times.clock().instant()));
    }

    /// What no longer crosses is taken back at once.
    public void onPartnership(Incoming<PartnershipChanged> event) {
        agreements
                .of(event.payload().partnership())
                .filter(partnership -> partnership.inForce().isEmpty())
                .ifPresent(partnership -> partnership
                        .parties()
                        .forEach(company -> remind(
                                company, partnership, times.at(times.clock().instant()))));
    }

    void remind(CompanyId company, Instant now) {
        var after = "";
        List<PartnershipId> part;
        do {
            part = agreements.page(company, after, PART);
            part.forEach(id ->
                    agreements.of(company, id).ifPresent(partnership -> remind(company, partnership, times.at(now))));
            after = part.isEmpty() ? after : part.getLast().value();
        } while (part.size() == PART);
    }

    private void remind(CompanyId company, PartnershipChanged partnership, Moment moment) {
        var decider = deciders.of(partnership.partnership(), company).orElse(null);
        var waiting = waiting(company, partnership, moment, decider);
        var still = new HashSet<String>();
        waiting.forEach(reminder -> {
            still.add(reminder.id());
            reminders.tell(company, reminder);
        });
        reminders.standing(company, partnership.partnership()).stream()
                .filter(reminder -> !still.contains(reminder.id()))
                .forEach(reminder -> reminders.tell(company, ended(reminder, partnership, moment.now())));
    }

    private Set<Reminder> waiting(
            CompanyId company, PartnershipChanged partnership, Moment moment, @Nullable RepId decider) {
        var all = new HashSet<Reminder>();
        var asker = new Asker(company, null, true, moment.now());
        sources.forEach(source -> source.waiting(partnership, asker)
                .forEach(waiting ->
                        Reminder.of(company, waiting, moment, decider).ifPresent(all::add)));
        return all;
    }

    /// What is not asked any more was decided, or came to its default.
    private Reminder ended(Reminder reminder, PartnershipChanged partnership, Instant now) {
        var told = reminder.told();
        var recent = now.isBefore(told.due().plus(DEFAULTED_STAYS));
        var defaulted =
                recent && sources.stream().anyMatch(source -> source.isDefaulted(partnership, told.path(), now));
        if (!defaulted) {
            return reminder.over();
        }
        return told.stage() == DueStage.DEFAULTED ? reminder : reminder.defaulted();
    }
}
