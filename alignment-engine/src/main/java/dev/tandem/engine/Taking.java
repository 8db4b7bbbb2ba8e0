package dev.tandem.engine;

import dev.tandem.engine.BlockReport.Found;
import dev.tandem.engine.BlockReport.Part;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Takes the reports of blocks. While a block tells everything, and until it has answered for what it turned out to
/// lack, nothing is decided: what it has not told yet is not gone.
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
        private boolean hasTold;
        /// Accounts that it should know and has not named.
        private final Map<Party, Set<String>> unnamed = sets();
        /// Accounts that it was told anew because it lacked them or knew them otherwise, and has not answered for yet.
        private final Map<Party, Set<String>> awaited = sets();

        private static Map<Party, Set<String>> sets() {
            var sets = new EnumMap<Party, Set<String>>(Party.class);
            List.of(Party.values()).forEach(party -> sets.put(party, new HashSet<>()));
            return sets;
        }

        Set<String> unnamed(Party party) {
            return Objects.requireNonNull(unnamed.get(party));
        }

        Set<String> awaited(Party party) {
            return Objects.requireNonNull(awaited.get(party));
        }

        boolean isDone() {
            return hasTold && awaited.values().stream().allMatch(Set::isEmpty);
        }
    }

    boolean isComplete() {
        return List.of(tellers).stream().allMatch(Teller::isDone);
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
        report.accounts().forEach(found -> check(teller, report.block(), found));
        if (report.part() == Part.END) {
            end(teller, report.block());
        }
        decisions.hold(!isComplete());
    }

    private void begin(Teller teller, BlockReport report) {
        teller.term = report.term();
        teller.hasTold = false;
        pairs.forgetCounts(report.block(), tellers.length);
        for (var party : Party.values()) {
            pairs.found(party, report.block()).forEach(id -> {
                decisions.stale(party, id);
                pairs.remove(report.block(), party, id);
            });
            teller.awaited(party).clear();
            teller.unnamed(party).clear();
            teller.unnamed(party).addAll(books.of(report.block(), party));
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

    private void check(Teller teller, int block, Found found) {
        teller.unnamed(found.party()).remove(found.id());
        if (found.print() == books.print(block, found.party(), found.id())) {
            teller.awaited(found.party()).remove(found.id());
            books.awaited().answered(block, found.party(), found.id());
            return;
        }
        if (!teller.hasTold) {
            teller.awaited(found.party()).add(found.id());
        }
        books.repeat(block, found.party(), List.of(found.id()));
    }

    private void end(Teller teller, int block) {
        teller.hasTold = true;
        for (var party : Party.values()) {
            // Of an account that is gone, and is not there, nothing more is said.
            books.awaited().of(block, party).stream()
                    .filter(id -> books.print(block, party, id) == 0)
                    .filter(id -> !teller.awaited(party).contains(id))
                    .forEach(id -> books.awaited().answered(block, party, id));
            var left = List.copyOf(teller.unnamed(party));
            teller.awaited(party).addAll(left);
            teller.unnamed(party).clear();
            for (var from = 0; from < left.size(); from += PAGE) {
                books.repeat(block, party, left.subList(from, Math.min(from + PAGE, left.size())));
            }
        }
    }
}
