package dev.tandem.roster.governance;

import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.queue.Source;
import dev.tandem.roster.queue.Source.Asker;
import dev.tandem.roster.rep.RepDirectory;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Collects what waits for a person. What is not decided in its time is escalated: it moves to the queue of the person
/// whom the company named for that, and of its admins. By the clock alone, so no timer has to have run.
@Component
final class Queue {
    private static final int PARTNERSHIPS_MAX = 1_000;

    private final List<Source> sources;
    private final Agreements agreements;
    private final RepDirectory reps;
    private final EscalationOwners owners;
    private final Clock clock;
    private final Duration patience;

    Queue(
            List<Source> sources,
            Agreements agreements,
            RepDirectory reps,
            EscalationOwners owners,
            Clock clock,
            @Value("${tandem.roster.decision-days:14}") int decisionDays) {
        this.sources = List.copyOf(sources);
        this.agreements = agreements;
        this.reps = reps;
        this.owners = owners;
        this.clock = clock;
        this.patience = Duration.ofDays(decisionDays);
    }

    /// What is due first comes first.
    List<QueueLine> of(CompanyCaller caller) {
        var rep = reps.person(caller.company(), caller.person())
                .map(known -> known.rep().rep());
        return agreements.page(caller.company(), "", PARTNERSHIPS_MAX).stream()
                .flatMap(id -> agreements.of(caller.company(), id).stream())
                .flatMap(partnership -> of(partnership, caller, rep))
                .sorted(Comparator.comparing(QueueLine::position))
                .toList();
    }

    private Stream<QueueLine> of(PartnershipChanged partnership, CompanyCaller caller, Optional<RepId> rep) {
        var manages = caller.has(Role.ALLIANCE_MANAGER);
        var isNamed = owners.of(partnership.partnership(), caller.company())
                .filter(owner -> rep.filter(owner::equals).isPresent())
                .isPresent();
        // Admins always, so that nothing waits for somebody who cannot decide any more.
        var isOwner = caller.has(Role.ADMIN) || (isNamed && manages);
        var now = clock.instant();
        var asker = new Asker(caller.company(), rep.orElse(null), manages || isOwner, now);
        return sources.stream()
                .flatMap(source -> source.waiting(partnership, asker).stream())
                .map(waiting -> QueueLine.of(waiting, now, patience))
                .filter(line -> line.isFor(manages, isOwner));
    }
}
