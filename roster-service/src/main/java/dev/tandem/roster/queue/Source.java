package dev.tandem.roster.queue;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A feature in which something can wait for a decision.
@FunctionalInterface
public interface Source {
    int LIMIT = 200;

    /// What waits in the partnership, [#LIMIT] at most.
    List<Waiting> waiting(PartnershipChanged partnership, Asker asker);

    /// Whether what waited under the path came to its default, since nobody decided it in time.
    default boolean isDefaulted(PartnershipChanged partnership, String path, Instant now) {
        return false;
    }

    /// Whose decision it waits for.
    ///
    /// @param rep who asks, where that is a rep
    /// @param forCompany whether the asker decides for the company, and not only for the own person
    /// @param now when it is asked
    record Asker(CompanyId company, @Nullable RepId rep, boolean forCompany, Instant now) {}
}
