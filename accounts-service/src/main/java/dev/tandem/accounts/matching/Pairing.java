package dev.tandem.accounts.matching;

import dev.tandem.contracts.CompanyId;
import dev.tandem.engine.LiveAlignment;
import dev.tandem.engine.OngoingAlignment;
import dev.tandem.engine.SharedAlignment;
import dev.tandem.engine.Snapshot;

/// By whom the books of two parties are aligned.
@FunctionalInterface
public interface Pairing {
    /// By this instance alone.
    Pairing HERE = (_, _, _) -> new LiveAlignment(Snapshot.impartial());

    /// @param records the accounts of the two, the first being the engine's party A
    OngoingAlignment of(CompanyId one, CompanyId other, SharedAlignment.Records records);
}
