package dev.tandem.roster.learning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.learning.Entry.Audience;
import dev.tandem.roster.partnership.Agreements;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The joint playbook over HTTP: what the caller may read of what all parties know.
@RestController
@RequestMapping("/roster/partnerships/{id}/playbook")
class PlaybookReading {
    private static final int PART = 100;

    private final Entries entries;
    private final Agreements agreements;
    private final Clock clock;

    PlaybookReading(Entries entries, Agreements agreements, Clock clock) {
        this.entries = entries;
        this.agreements = agreements;
        this.clock = clock;
    }

    /// While no agreement is in force, those alone that the caller's company owns.
    @GetMapping
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN, Role.REP})
    Page<EntryView> list(CompanyCaller caller, @PathVariable PartnershipId id, Paging paging) {
        var reader = reader(caller, id);
        var seen = new ArrayList<Entry>();
        var after = paging.after().orElse("");
        List<Entry> part;
        do {
            part = entries.page(id, after, PART);
            part.stream()
                    .filter(entry -> entry.withdrawn() == null && reader.sees(entry))
                    .forEach(seen::add);
            after = part.isEmpty() ? after : part.getLast().id();
        } while (part.size() == PART && seen.size() < paging.fetch());
        var page = paging.page(seen.subList(0, Math.min(seen.size(), paging.fetch())), Entry::id);
        return new Page<>(page.items().stream().map(this::view).toList(), page.next());
    }

    /// Who reads, and whether what is of others may be read.
    private record Reader(CompanyId company, boolean crosses, boolean manages) {
        boolean sees(Entry entry) {
            var own = entry.owner().equals(company);
            return (own || crosses) && (manages || entry.text().audience() == Audience.EVERYBODY);
        }
    }

    private Reader reader(CompanyCaller caller, PartnershipId id) {
        var partnership = agreements.of(caller.company(), id).orElseThrow(Problem::notFound);
        var manages = caller.has(Role.ALLIANCE_MANAGER) || caller.has(Role.ADMIN);
        return new Reader(caller.company(), partnership.inForce().isPresent(), manages);
    }

    @GetMapping("/{entry}")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN, Role.REP})
    EntryView read(CompanyCaller caller, @PathVariable PartnershipId id, @PathVariable String entry) {
        return view(found(caller, id, entry));
    }

    /// What the caller may not read is not there; what was taken back, for its owner alone.
    Entry found(CompanyCaller caller, PartnershipId id, String entry) {
        var reader = reader(caller, id);
        return entries.find(id, entry)
                .filter(found -> found.withdrawn() == null || found.owner().equals(caller.company()))
                .filter(reader::sees)
                .orElseThrow(Problem::notFound);
    }

    private EntryView view(Entry entry) {
        return EntryView.of(entry, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
}
