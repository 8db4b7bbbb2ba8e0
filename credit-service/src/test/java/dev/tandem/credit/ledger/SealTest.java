package dev.tandem.credit.ledger;

import static dev.tandem.credit.Given.GUS;
import static dev.tandem.credit.Given.agreed;
import static dev.tandem.credit.Given.counterparts;
import static dev.tandem.credit.Given.fixed;
import static dev.tandem.credit.Given.wonDeal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.credit.crediting.Facts;
import dev.tandem.credit.ledger.Posting.Occasion;
import dev.tandem.kit.store.StateCodec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealTest {
    private final Facts facts = new Facts(
            wonDeal("99.99", "USD"),
            Optional.of(agreed(fixed("75%", "25%"))),
            Optional.of(counterparts(GUS)),
            List.of("e1", "e2", "e3"));

    private final Entry entry = Posting.next(
                    Optional.empty(),
                    List.of(),
                    Assessed.of(facts),
                    new Occasion("e1", Instant.parse("2026-03-15T09:00:00Z"), null))
            .orElseThrow();

    /// If this fails, the chains that exist would be reported as changed: keep what was hashed as
    /// it was.
    @Test
    void theHashOfAnEntryStaysTheSameForEver() {
        assertThat(entry.hash()).isEqualTo("2803b347820551573287d708d66fb5e380f83844c3f2c4dcb3ff4e2796772f2c");
    }

    @Test
    void survivesBeingStoredAndRead() {
        var codec = new StateCodec();
        assertThat(codec.fromBson(codec.toBson(entry), Entry.class)).isEqualTo(entry);
        assertThat(Seal.hashOf(codec.fromBson(codec.toBson(entry), Entry.class)))
                .isEqualTo(entry.hash());
    }
}
