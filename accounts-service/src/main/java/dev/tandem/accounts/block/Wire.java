package dev.tandem.accounts.block;

import dev.tandem.accounts.matching.Rows;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.alignment.BlockWork.AccountTold;
import dev.tandem.contracts.alignment.MatchingWork.BlockReported;
import dev.tandem.contracts.alignment.TwoBooks;
import dev.tandem.engine.BlockEntry;
import dev.tandem.engine.BlockReport;
import dev.tandem.engine.Party;

/// What the engine says of blocks, as events say it; the first of two books is the engine's party A.
final class Wire {
    private Wire() {}

    static AccountTold told(TwoBooks books, BlockEntry entry) {
        var fields = entry.row() == null ? null : Rows.texts(entry.row());
        return new AccountTold(books, ref(books, entry.party(), entry.id()), fields, entry.knownAs());
    }

    static BlockEntry entry(AccountTold told) {
        var id = told.account().account();
        var row = told.fields() == null ? null : Rows.of(id, told.fields());
        return new BlockEntry(party(told.books(), told.account()), id.value(), row, told.knownAs());
    }

    /// @param of how many blocks there are
    static BlockReported reported(TwoBooks books, int of, BlockReport report) {
        var accounts = report.accounts().stream()
                .map(found -> new BlockReported.Found(
                        ref(books, found.party(), found.id()),
                        found.print(),
                        found.pairs().stream().map(Wire::pair).toList()))
                .toList();
        var counts = report.counts().stream()
                .map(count -> new BlockReported.Count(count.key(), count.step()))
                .toList();
        var part = BlockReported.Part.valueOf(report.part().name());
        return new BlockReported(books, report.block(), of, report.term(), part, accounts, counts);
    }

    static BlockReport report(BlockReported reported) {
        var accounts = reported.accounts().stream()
                .map(found -> new BlockReport.Found(
                        party(reported.books(), found.account()),
                        found.account().account().value(),
                        found.print(),
                        found.pairs().stream().map(Wire::pair).toList()))
                .toList();
        var counts = reported.counts().stream()
                .map(count -> new BlockReport.Count(count.key(), count.step()))
                .toList();
        var part = BlockReport.Part.valueOf(reported.part().name());
        return new BlockReport(reported.block(), reported.term(), part, accounts, counts);
    }

    private static BlockReported.Pair pair(BlockReport.Pair pair) {
        return new BlockReported.Pair(new CrmId(pair.other()), pair.rest(), pair.name(), pair.domain(), pair.phone());
    }

    private static BlockReport.Pair pair(BlockReported.Pair pair) {
        return new BlockReport.Pair(pair.other().value(), pair.rest(), pair.name(), pair.domain(), pair.phone());
    }

    private static AccountRef ref(TwoBooks books, Party party, String id) {
        return new AccountRef(party == Party.A ? books.one() : books.other(), new CrmId(id));
    }

    private static Party party(TwoBooks books, AccountRef account) {
        return account.company().equals(books.one()) ? Party.A : Party.B;
    }
}
