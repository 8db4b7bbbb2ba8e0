package dev.tandem.accounts.importing;

import dev.tandem.accounts.crm.Receipt.Outcome;
import dev.tandem.contracts.CompanyId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A file that was accepted, and how far it has come. Its rows are applied chunk by chunk, in order.
///
/// @param into the partner that the company represents and that the accounts are entered for; null for its own
/// @param receivedAt also the time of what its rows say
/// @param outcomes how many rows ended how, of those that are done
record Import(
        String id,
        CompanyId company,
        @Nullable CompanyId into,
        Instant receivedAt,
        int rows,
        int chunks,
        int chunksDone,
        Map<Outcome, Integer> outcomes) {

    /// Some rows of a file, beside it because a document has a size; emptied once they are applied.
    record Chunk(List<Row> rows) {}

    Import {
        outcomes = Map.copyOf(outcomes);
    }

    /// Whose book it fills.
    CompanyId book() {
        return into == null ? company : into;
    }

    boolean done() {
        return chunksDone == chunks;
    }

    int rowsDone() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// After one more chunk, whose rows ended like this.
    Import after(List<Outcome> ended) {
        var all = new EnumMap<Outcome, Integer>(Outcome.class);
        all.putAll(outcomes);
        ended.forEach(outcome -> all.merge(outcome, 1, Integer::sum));
        return new Import(id, company, into, receivedAt, rows, chunks, chunksDone + 1, all);
    }
}
