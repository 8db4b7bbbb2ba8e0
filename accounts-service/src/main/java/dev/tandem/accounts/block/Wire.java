package dev.tandem.accounts.block;

import dev.tandem.accounts.issuing.Veils;
import dev.tandem.accounts.matching.Rows;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.alignment.BlockWork.AccountTold;
import dev.tandem.contracts.alignment.MatchingWork.BlockReported;
import dev.tandem.contracts.alignment.TwoBooks;
import dev.tandem.engine.BlockEntry;
import dev.tandem.engine.BlockReport;
import dev.tandem.engine.Party;
import dev.tandem.kit.store.Ids;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.LongUnaryOperator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// What the engine says of blocks, as events say it, in which no hash of what an account says can be read; the first
/// of two books is the engine's party A.
@Component
class Wire {
    private final BiFunction<PartnershipId, String, LongUnaryOperator> veils;
    private final Ids ids;

    @Autowired
    Wire(Veils veils, Ids ids) {
        this(veils::of, ids);
    }

    /// @param veils hide hashes of a partnership under a nonce, and show them
    Wire(BiFunction<PartnershipId, String, LongUnaryOperator> veils, Ids ids) {
        this.veils = veils;
        this.ids = ids;
    }

    AccountTold told(TwoBooks books, BlockEntry entry) {
        var fields = entry.row() == null ? null : Rows.texts(entry.row());
        var account = ref(books, entry.party(), entry.id());
        if (entry.knownAs().isEmpty()) {
            return new AccountTold(books, account, fields, List.of(), null);
        }
        var nonce = ids.next();
        return new AccountTold(books, account, fields, veiled(books, nonce, entry.knownAs()), nonce);
    }

    /// What is not hidden is as good as not there: the writer notices, and tells it as it should be.
    BlockEntry entry(AccountTold told) {
        var id = told.account().account();
        var row = told.fields() == null ? null : Rows.of(id, told.fields());
        var knownAs = told.nonce() == null ? List.<Long>of() : veiled(told.books(), told.nonce(), told.knownAs());
        return new BlockEntry(party(told.books(), told.account()), id.value(), row, knownAs);
    }

    private List<Long> veiled(TwoBooks books, String nonce, List<Long> numbers) {
        var veil = veils.apply(books.partnership(), nonce);
        return numbers.stream().map(veil::applyAsLong).toList();
    }

    /// @param of how many blocks there are
    BlockReported reported(TwoBooks books, int of, BlockReport report) {
        var nonce = ids.next();
        var veil = veils.apply(books.partnership(), nonce);
        var accounts = report.accounts().stream()
                .map(found -> new BlockReported.Found(
                        ref(books, found.party(), found.id()),
                        veil.applyAsLong(found.print()),
                        found.pairs().stream().map(pair -> pair(pair, veil)).toList()))
                .toList();
        var counts = report.counts().stream()
                .map(count -> new BlockReported.Count(veil.applyAsLong(count.key()), count.step()))
                .toList();
        var part = BlockReported.Part.valueOf(report.part().name());
        return new BlockReported(books, report.block(), of, report.term(), part, accounts, counts, nonce);
    }

    /// Empty where hashes are not hidden, as they were once.
    Optional<BlockReport> report(BlockReported reported) {
        return Optional.ofNullable(reported.nonce())
                .map(nonce -> report(reported, veils.apply(reported.partnership(), nonce)));
    }

    private static BlockReport report(BlockReported reported, LongUnaryOperator veil) {
        var accounts = reported.accounts().stream()
                .map(found -> new BlockReport.Found(
                        party(reported.books(), found.account()),
                        found.account().account().value(),
                        veil.applyAsLong(found.print()),
                        found.pairs().stream().map(pair -> pair(pair, veil)).toList()))
                .toList();
        var counts = reported.counts().stream()
                .map(count -> new BlockReport.Count(veil.applyAsLong(count.key()), count.step()))
                .toList();
        var part = BlockReport.Part.valueOf(reported.part().name());
        return new BlockReport(reported.block(), reported.term(), part, accounts, counts);
    }

    private static BlockReported.Pair pair(BlockReport.Pair pair, LongUnaryOperator veil) {
        return new BlockReported.Pair(
                new CrmId(pair.other()),
                pair.rest(),
                veil.applyAsLong(pair.name()),
                veil.applyAsLong(pair.domain()),
                veil.applyAsLong(pair.phone()));
    }

    private static BlockReport.Pair pair(BlockReported.Pair pair, LongUnaryOperator veil) {
        return new BlockReport.Pair(
                pair.other().value(),
                pair.rest(),
                veil.applyAsLong(pair.name()),
                veil.applyAsLong(pair.domain()),
                veil.applyAsLong(pair.phone()));
    }

    private static AccountRef ref(TwoBooks books, Party party, String id) {
        return new AccountRef(party == Party.A ? books.one() : books.other(), new CrmId(id));
    }

    private static Party party(TwoBooks books, AccountRef account) {
        return account.company().equals(books.one()) ? Party.A : Party.B;
    }
}
