package dev.tandem.credit.deal;

import dev.tandem.kit.copy.LocalCopy.Latest;
import dev.tandem.kit.intake.Incoming;
import dev.tandem.kit.intake.Unprocessable;
import java.util.Optional;

/// An event that comes again is harmless, unless it says something else under the same id.
final class Repetition {
    private Repetition() {}

    /// @param known what was kept under the event's key
    /// @throws Unprocessable when that came with the same event id and is not the same
    static <T> void check(Incoming<?> event, Optional<Latest<T>> known) {
        var other = known.filter(kept -> kept.eventId().equals(event.id()))
                .filter(kept -> !kept.state().equals(event.payload()));
        if (other.isPresent()) {
            throw new Unprocessable(
                    "data", "SAME_ID_OTHER_CONTENT", "the same event id came with other content before");
        }
    }
}
