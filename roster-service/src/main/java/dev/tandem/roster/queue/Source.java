package dev.tandem.roster.queue;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A feature in which something can wait for a decision.
@FunctionalInterface
public interface Source {
    int LIMIT = 200;

    /// What waits in the partnership, [#LIMIT] at most.
    List<Waiting> waiting(PartnershipChanged partnership, Asker asker);

    /// Whose decision it waits for.
    ///
    /// @param rep who asks, where that is a rep
    /// @param forCompany whether the asker decides for the company, and not only for the own person
    record Asker(CompanyId company, @Nullable RepId rep, boolean forCompany) {}
}
