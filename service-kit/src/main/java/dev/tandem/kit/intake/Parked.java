package dev.tandem.kit.intake;

import dev.tandem.contracts.Reason;
import dev.tandem.contracts.Violation;
import dev.tandem.kit.store.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An event that could not be applied, kept with its cause until somebody decides.
///
/// @param id names its place on the broker, so that parking it again is the same
/// @param discarded by whom and why, once it is
/// @param tenant the company whose topic it came on, else the platform
public record Parked(
        String id,
        Tenant tenant,
        String topic,
        String key,
        Instant parkedAt,
        Status status,
        List<Violation> findings,
        Optional<Discarded> discarded) {

    /// Where it stands.
    public enum Status {
        /// Waits for redrive or discard.
        OPEN,
        /// A change of some fields that waits behind an open one of the same object.
        HELD,
        REDRIVEN,
        DISCARDED,
        /// A full state of the same object arrived and made it pointless.
        SUPERSEDED
    }

    /// Who gave an event up, and why.
    public record Discarded(String person, Reason reason) {}
}
