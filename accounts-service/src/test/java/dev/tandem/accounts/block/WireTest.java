package dev.tandem.accounts.block;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.GoldenSample;
import dev.tandem.contracts.alignment.BlockWork;
import dev.tandem.contracts.alignment.BlockWork.AccountTold;
import dev.tandem.contracts.alignment.MatchingWork;
import dev.tandem.contracts.alignment.MatchingWork.BlockReported;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What blocks are told and what they report is read and written as its golden sample says.
class WireTest {
    @Test
    void tellsAnAccountAsItWasTold() {
        var told = (AccountTold) GoldenSample.of("AccountTold").as(BlockWork.class);

        var entry = Wire.entry(told);

        assertThat(entry.row()).extracting(row -> row.name()).isEqualTo("Initech");
        assertThat(Wire.told(told.books(), entry)).isEqualTo(told);
    }

    @Test
    void tellsThatAnAccountIsNotThere() {
        var told = (AccountTold) GoldenSample.of("AccountTold").as(BlockWork.class);
        var gone = new AccountTold(told.books(), told.account(), null, List.of());

        assertThat(Wire.entry(gone).row()).isNull();
        assertThat(Wire.told(told.books(), Wire.entry(gone))).isEqualTo(gone);
    }

    @Test
    void reportsWhatWasReported() {
        var reported = (BlockReported) GoldenSample.of("BlockReported").as(MatchingWork.class);

        var report = Wire.report(reported);

        assertThat(report.accounts())
                .singleElement()
                .satisfies(found -> assertThat(found.pairs()).isNotEmpty());
        assertThat(Wire.reported(reported.books(), reported.of(), report)).isEqualTo(reported);
    }
}
