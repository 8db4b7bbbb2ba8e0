package dev.tandem.accounts.overlap;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// One document per partnership and count, so that both parties read the same number.
@Component
class Releases {
    private final Aggregates<Released> aggregates;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    Releases(Stores stores, Clock clock) {
        aggregates = stores.aggregates("overlap_counts", Released.class);
        this.clock = clock;
    }

    /// What is told of a count now: zero for too few.
    ///
    /// @param count names it, the same for both parties
    long told(PartnershipId partnership, String count, Released.Terms under, long truth) {
        var id = partnership + "/" + count;
        var outcome = aggregates.change(Tenant.of(partnership), id, Cause.GIVEN, current -> {
            var now = clock.instant();
            return current.map(Versioned::state)
                            .filter(was -> was.standsFor(under, now, truth))
                            .isPresent()
                    ? Change.none()
                    : Change.to(Released.of(under, now, truth, random::nextInt));
        });
        return Objects.requireNonNull(outcome.now(), "it was read or written")
                .state()
                .told();
    }
}
