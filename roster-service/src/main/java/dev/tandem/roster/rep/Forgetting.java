package dev.tandem.roster.rep;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;

/// A feature that holds something of a person beside the rep's own record, and forgets it with the person.
public interface Forgetting {
    /// What it holds, for the receipt of the erasure.
    String place();

    /// Doing it again changes nothing.
    void forget(CompanyId company, RepId rep);

    /// Whether anything is left.
    boolean holds(CompanyId company, RepId rep);
}
