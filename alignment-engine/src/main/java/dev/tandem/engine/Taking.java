package dev.tandem.engine;

import dev.tandem.engine.BlockReport.Found;
import dev.tandem.engine.BlockReport.Part;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Takes the reports of blocks. While a block tells everything, nothing is decided: what it has not told yet is not
/// gone.
final class Taking {
    private static final int PAGE = 500;

    private final SharedBooks books;
    private final SharedPairs pairs;
    private final Decisions decisions;
    private final Teller[] tellers;

    Taking(SharedBooks books, SharedPairs pairs, Decisions decisions, int blocks) {
        this.books = books;
        this.pairs = pairs;
        this.decisions = decisions;
        tellers = new Teller[blocks];
        for (var block = 0; block < blocks; block++) {
            tellers[block] = new Teller();
        }
        decisions.hold(true);
    }

    /// How far a block is.
    private static final class Teller {
        private long term = Long.MIN_VALUE;
        private boolean isDone;
        /// Accounts that it should know and has not named.
        private Map<Party, Set<String>> missing = new EnumMap<>(Party.class);
    }

    boolean isComplete() {
        return List.of(tellers).stream().allMatch(teller -> teller.isDone);
    }

    void take(BlockReport report) {
        var teller = tellers[report.block()];
        if (report.part() == Part.BEGIN ? report.term() < teller.term : report.term() != teller.term) {
            return;
        }
        if (report.part() == Part.BEGIN) {
            begin(teller, report);
        }
        var isChange = report.part() == Part.CHANGE;
        report.counts().forEach(count -> pairs.count(count.key(), count.step()));
        report.accounts().stream()
                .filter(found -> isNews(report, found))
                .forEach(found -> take(report.block(), found, isChange));
        if (isChange) {
            report.accounts().forEach(found -> check(report.block(), found));
        } else {
            report.accounts().forEach(found -> named(teller, report.block(), found));
        }
        if (report.part() == Part.END) {
            end(teller, report.block());
        }
        decisions.hold(!isComplete());
    }

    private void begin(Teller teller, BlockReport report) {
        teller.term = report.term();
        teller.isDone = false;
        pairs.forgetCounts(report.block(), tellers.length);
        for (var party : Party.values()) {
            pairs.found(party, report.block()).forEach(id -> {
                decisions.stale(party, id);
                pairs.remove(report.block(), party, id);
            });
            teller.missing.put(party, books.of(report.block(), party));
        }
    }

    /// Most accounts have no pairs in most blocks.
    private boolean isNews(BlockReport report, Found found) {
        return !found.pairs().isEmpty()
                || !report.counts().isEmpty()
                || !pairs.hasNone(report.block(), found.party(), found.id());
    }

    private void take(int block, Found found, boolean isAll) {
        decisions.stale(found.party(), found.id());
        if (isAll) {
            pairs.remove(block, found.party(), found.id());
        }
        found.pairs().forEach(pair -> pairs.add(block, found.party(), found.id(), pair));
    }

    private void check(int block, Found found) {
        if (found.print() != books.print(block, found.party(), found.id())) {
            books.repeat(block, found.party(), List.of(found.id()));
        }
    }

    private void named(Teller teller, int block, Found found) {
        Objects.requireNonNull(teller.missing.get(found.party())).remove(found.id());
        check(block, found);
    }

    private void end(Teller teller, int block) {
        teller.isDone = true;
        teller.missing.forEach((party, ids) -> {
            var left = List.copyOf(ids);
            for (var from = 0; from < left.size(); from += PAGE) {
                books.repeat(block, party, left.subList(from, Math.min(from + PAGE, left.size())));
            }
        });
        teller.missing.clear();
    }
}
