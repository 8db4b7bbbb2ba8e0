package dev.tandem.accounts.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.accounts.capacity.Unfit;
import dev.tandem.accounts.crm.Receipt.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far a file has come.
///
/// @param status RUNNING or DONE
/// @param unaligned partnerships of the book in which nothing new is matched now, and why; absent where there are none
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportView(
        String id,
        String status,
        Instant receivedAt,
        int rows,
        int rowsDone,
        Map<Outcome, Integer> outcomes,
        @Nullable List<Unfit> unaligned) {
    static ImportView of(Import one, List<Unfit> unaligned) {
        return new ImportView(
                one.id(),
                one.done() ? "DONE" : "RUNNING",
                one.receivedAt(),
                one.rows(),
                one.rowsDone(),
                one.outcomes(),
                unaligned.isEmpty() ? null : unaligned);
    }
}
