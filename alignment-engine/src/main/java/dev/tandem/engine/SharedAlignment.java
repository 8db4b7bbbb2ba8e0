package dev.tandem.engine;

import dev.tandem.engine.LiveAlignment.Changes;
import dev.tandem.engine.LiveAlignment.Standing;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Aligns two books as [LiveAlignment] does, where [Block]s that may be anywhere hold the accounts and compare them:
/// this tells them of accounts, and decides which of the pairs that they report are matches. Once all that was sent
/// has arrived, it says what one `LiveAlignment` says of the same accounts and rulings. What blocks report that they
/// hold is compared with what they should: whatever was lost, or sent by a former writer, is sent again. Not safe for
/// several threads.
public final class SharedAlignment implements OngoingAlignment {
    private final SharedBooks books;
    private final SharedEvidences evidences;
    private final Decisions decisions;
    private final Taking taking;

    /// @param blocks how many there are, 64 at most
    public SharedAlignment(Snapshot snapshot, int blocks, Records records, Outbox outbox) {
        var pairs = new SharedPairs();
        books = new SharedBooks(snapshot.statistics, blocks, records, outbox);
        evidences = new SharedEvidences(books, pairs, snapshot.statistics, records);
        decisions = new Decisions(snapshot, evidences);
        taking = new Taking(books, pairs, decisions, blocks);
    }

    /// Where accounts are kept.
    @FunctionalInterface
    public interface Records {
        /// Those of the accounts that are there.
        List<AccountRow> find(Party party, Collection<String> ids);
    }

    /// The way to the blocks. What is sent to one block arrives in its order.
    public interface Outbox {
        void send(int block, BlockEntry entry);

        /// The block is to tell everything.
        void ask(int block);
    }

    /// Takes accounts that blocks may know already, as all that there are: they are asked, and sent what they lack.
    public void begin(Iterable<AccountRow> ofPartyA, Iterable<AccountRow> ofPartyB) {
        ofPartyA.forEach(account -> books.expect(Party.A, account));
        ofPartyB.forEach(account -> books.expect(Party.B, account));
        books.askAll();
    }

    /// An account is new or has changed; nothing happens if it is there as it is.
    @Override
    public void put(Party party, AccountRow account) {
        decisions.touch(party, account.id());
        books.put(party, account);
        decisions.touch(party, account.id());
    }

    /// An account is gone; nothing happens if it was not there.
    @Override
    public void remove(Party party, String id) {
        decisions.touch(party, id);
        books.remove(party, id);
    }

    /// Takes what a block reports.
    public void take(BlockReport report) {
        taking.take(report);
    }

    /// Whether every block has told what it has, and has what it lacked when it did; before, pairs are missing.
    public boolean isComplete() {
        return taking.isComplete();
    }

    /// As [LiveAlignment#confirm].
    @Override
    public void confirm(String idOfA, String idOfB) {
        decisions.confirm(idOfA, idOfB);
    }

    /// As [LiveAlignment#reject].
    @Override
    public void reject(String idOfA, String idOfB) {
        decisions.reject(idOfA, idOfB);
    }

    /// As [LiveAlignment#withdraw].
    @Override
    public void withdraw(String idOfA, String idOfB) {
        decisions.withdraw(idOfA, idOfB);
    }

    /// As [LiveAlignment#duplicates].
    public void duplicates(Party party, String id, String other) {
        decisions.duplicates(party, id, other);
    }

    /// As [LiveAlignment#distinct].
    public void distinct(Party party, String id, String other) {
        decisions.distinct(party, id, other);
    }

    /// As [LiveAlignment#alias].
    @Override
    public void alias(Party party, String name, String other) {
        books.alias(party, name, aliases -> aliases.add(books.nameKey(name), books.nameKey(other)));
    }

    /// As [LiveAlignment#withoutAlias].
    @Override
    public void withoutAlias(Party party, String name, String other) {
        books.alias(party, name, aliases -> aliases.remove(books.nameKey(name), books.nameKey(other)));
    }

    /// As [LiveAlignment#matches].
    @Override
    public List<Standing> matches() {
        return settled().all();
    }

    /// As [LiveAlignment#standings].
    @Override
    public List<Standing> standings(Party party, String id) {
        return settled().of(party, id);
    }

    /// As [LiveAlignment#takeChanges], and the accounts that have ceased to be awaited.
    @Override
    public Changes takeChanges() {
        var changes = settled().takeChanges();
        changes.ofA().addAll(books.awaited().takeAnswered(Party.A));
        changes.ofB().addAll(books.awaited().takeAnswered(Party.B));
        return changes;
    }

    /// Whether blocks have yet to say what pairs the account has as it is now; till then those that it had stand.
    public boolean isAwaited(Party party, String id) {
        return books.awaited().has(party, id);
    }

    /// As [LiveAlignment#explain].
    @Override
    public Optional<Explanation> explain(String idOfA, String idOfB) {
        return books.has(Party.A, idOfA) && books.has(Party.B, idOfB)
                ? Optional.of(evidences.explain(idOfA, idOfB))
                : Optional.empty();
    }

    /// Those that are there: what they were before is not kept here.
    @Override
    public int rowsEver() {
        return books.size();
    }

    /// Only whoever asks has it decided, so that many reports are decided about at once.
    private Standings settled() {
        decisions.settle();
        return decisions.standings();
    }
}
