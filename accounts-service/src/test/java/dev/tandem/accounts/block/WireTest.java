package dev.tandem.accounts.block;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.GoldenSample;
import dev.tandem.contracts.alignment.BlockWork;
import dev.tandem.contracts.alignment.BlockWork.AccountTold;
import dev.tandem.contracts.alignment.MatchingWork;
import dev.tandem.contracts.alignment.MatchingWork.BlockReported;
import java.util.List;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/// What blocks are told and what they report is read and written as its golden sample says, its hashes hidden.
class WireTest {
    private final Wire wire = new Wire((_, nonce) -> veil(nonce), () -> "drawn-anew");

    /// Another number for each place, as a true one.
    private static LongUnaryOperator veil(String nonce) {
        var random = new Random(nonce.hashCode());
        return number -> number ^ random.nextLong();
    }

    @Test
    void tellsAnAccountAsItWasTold() {
        var told = (AccountTold) GoldenSample.of("AccountTold").as(BlockWork.class);

        var entry = wire.entry(told);

        assertThat(entry.row()).extracting(row -> row.name()).isEqualTo("Initech");
        assertThat(wire.told(told.books(), entry)).isEqualTo(told);
        assertThat(entry.knownAs()).hasSameSizeAs(told.knownAs()).doesNotContainAnyElementsOf(told.knownAs());
    }

    @Test
    void tellsThatAnAccountIsNotThere() {
        var told = (AccountTold) GoldenSample.of("AccountTold").as(BlockWork.class);
        var gone = new AccountTold(told.books(), told.account(), null, List.of(), null);

        assertThat(wire.entry(gone).row()).isNull();
        assertThat(wire.told(told.books(), wire.entry(gone))).isEqualTo(gone);
    }

    @Test
    void reportsWhatWasReported() {
        var reported = (BlockReported) GoldenSample.of("BlockReported").as(MatchingWork.class);

        var report = wire.report(reported).orElseThrow();

        assertThat(report.accounts())
                .singleElement()
                .satisfies(found -> assertThat(found.pairs()).isNotEmpty());
        assertThat(wire.reported(reported.books(), reported.of(), report)).isEqualTo(reported);
        assertThat(report.counts().getFirst().key())
                .isNotEqualTo(reported.counts().getFirst().key());
    }

    @Test
    void readsNoHashesThatWereToldPlainlyOnce() {
        var told = (AccountTold) GoldenSample.of("AccountTold").as(BlockWork.class);
        var plain = new AccountTold(told.books(), told.account(), told.fields(), told.knownAs(), null);
        var reported = (BlockReported) GoldenSample.of("BlockReported").as(MatchingWork.class);
        var plainly = new BlockReported(
                reported.books(),
                reported.block(),
                reported.of(),
                reported.term(),
                reported.part(),
                reported.accounts(),
                reported.counts(),
                null);

        assertThat(wire.entry(plain).knownAs()).isEmpty();
        assertThat(wire.report(plainly)).isEmpty();
    }
}
