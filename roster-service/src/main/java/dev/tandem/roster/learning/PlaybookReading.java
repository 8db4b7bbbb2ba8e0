package dev.tandem.roster.learning;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.learning.ReadableEntries.Reader;
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
    private final ReadableEntries readable;
    private final Citations citations;
    private final Clock clock;

    PlaybookReading(Entries entries, ReadableEntries readable, Citations citations, Clock clock) {
        this.entries = entries;
        this.readable = readable;
        this.citations = citations;
        this.clock = clock;
    }

    /// While no agreement is in force, those alone that the caller's company owns.
    @GetMapping
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN, Role.REP})
    Page<EntryView> list(CompanyCaller caller, @PathVariable PartnershipId id, Paging paging) {
        var reader = readable.reader(caller, id);
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
        return new Page<>(
                page.items().stream().map(entry -> view(reader, entry)).toList(), page.next());
    }

    @GetMapping("/{entry}")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN, Role.REP})
    EntryView read(CompanyCaller caller, @PathVariable PartnershipId id, @PathVariable String entry) {
        return view(readable.reader(caller, id), found(caller, id, entry));
    }

    /// What the caller may not read is not there.
    Entry found(CompanyCaller caller, PartnershipId id, String entry) {
        return readable.find(readable.reader(caller, id), id, entry).orElseThrow(Problem::notFound);
    }

    EntryView view(Reader reader, Entry entry) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return EntryView.of(entry, today, citations.citing(reader, entry));
    }
}
