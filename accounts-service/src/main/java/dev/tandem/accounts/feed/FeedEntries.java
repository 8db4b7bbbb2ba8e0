package dev.tandem.accounts.feed;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;
import org.springframework.stereotype.Component;

/// One document per entry, numbered without gaps: the next number is only taken once the one before is written, so who
/// reads in order misses none, however many write.
@Component
class FeedEntries {
    private static final int HEAD_EVERY = 32;

    private final Aggregates<FeedEntry> entries;
    private final Aggregates<Head> heads;
    private final Map<String, Long> ends = new ConcurrentHashMap<>();

    FeedEntries(Stores stores) {
        entries = stores.aggregates("overlap_changes", FeedEntry.class);
        heads = stores.aggregates("overlap_change_heads", Head.class);
    }

    /// Where to look for the end; it may be behind by some entries, more after a crash.
    private record Head(long seq) {}

    /// Begins where this instance wrote last; where others wrote since, at the head, which is never far behind.
    void append(CompanyId company, PartnershipId partnership, LongFunction<FeedEntry> entry) {
        var prefix = prefix(company, partnership);
        var last = ends.get(prefix);
        var seq = (last == null ? head(company, partnership) : last) + 1;
        if (!written(company, partnership, entry.apply(seq))) {
            seq = Math.max(seq, head(company, partnership)) + 1;
            while (!written(company, partnership, entry.apply(seq))) {
                seq++;
            }
        }
        ends.put(prefix, seq);
        if (last == null || seq / HEAD_EVERY > last / HEAD_EVERY) {
            moveHead(company, prefix, seq);
        }
    }

    private void moveHead(CompanyId company, String id, long end) {
        heads.change(
                Tenant.of(company),
                id,
                Cause.GIVEN,
                current -> current.filter(was -> was.state().seq() >= end).isPresent()
                        ? Change.none()
                        : Change.to(new Head(end)));
    }

    private boolean written(CompanyId company, PartnershipId partnership, FeedEntry entry) {
        var id = id(company, partnership, entry.seq());
        return entries.change(
                        Tenant.of(company),
                        id,
                        Cause.GIVEN,
                        current -> current.isPresent() ? Change.none() : Change.to(entry))
                instanceof Outcome.Changed<FeedEntry>;
    }

    private long head(CompanyId company, PartnershipId partnership) {
        return heads.find(Tenant.of(company), prefix(company, partnership))
                .map(head -> head.state().seq())
                .orElse(0L);
    }

    /// In order, after the place given (zero for the first).
    List<FeedEntry> page(CompanyId company, PartnershipId partnership, long after, int limit) {
        var behind = where("_id").gt(id(company, partnership, after)).lt(prefix(company, partnership) + "~");
        return entries.find(Tenant.of(company), behind, limit).stream()
                .map(Versioned::state)
                .toList();
    }

    private static String id(CompanyId company, PartnershipId partnership, long seq) {
        return prefix(company, partnership) + "%016d".formatted(seq);
    }

    private static String prefix(CompanyId company, PartnershipId partnership) {
        return company + "/" + partnership + "/";
    }
}
