package dev.tandem.accounts.feed;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.LinkedHashMap;
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

    /// An entry, given its number.
    interface Entry extends LongFunction<FeedEntry> {}

    /// Begins where this instance wrote last; where others wrote since, at the head, which is never far behind.
    void append(CompanyId company, PartnershipId partnership, List<Entry> news) {
        var prefix = prefix(company, partnership);
        var last = ends.get(prefix);
        var begin = last == null ? head(company, partnership) : last;
        var end = written(company, partnership, begin, news);
        ends.put(prefix, end);
        if (last == null || end / HEAD_EVERY > last / HEAD_EVERY) {
            moveHead(company, prefix, end);
        }
    }

    /// Where the feed ends then. What another has written is passed over, and all from there on told
    /// again behind it, so that what is last is what was told last.
    private long written(CompanyId company, PartnershipId partnership, long begin, List<Entry> news) {
        var end = begin;
        for (int from = 0, failed; from < news.size(); from = failed) {
            var rest = news.subList(from, news.size());
            var done = numbered(company, partnership, end, rest);
            failed = from + (done.contains(false) ? done.indexOf(false) : done.size());
            end = Math.max(end + done.size(), done.contains(false) ? head(company, partnership) : 0);
        }
        return end;
    }

    /// Of each, whether it was written under its number.
    private List<Boolean> numbered(CompanyId company, PartnershipId partnership, long begin, List<Entry> news) {
        var decisions = new LinkedHashMap<String, Decision<FeedEntry>>();
        for (int i = 0; i < news.size(); i++) {
            var entry = news.get(i).apply(begin + 1 + i);
            decisions.put(
                    id(company, partnership, entry.seq()),
                    current -> current.isPresent() ? Change.none() : Change.to(entry));
        }
        return entries.changeAll(Tenant.of(company), decisions).values().stream()
                .map(outcome -> outcome instanceof Outcome.Changed<FeedEntry>)
                .toList();
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
