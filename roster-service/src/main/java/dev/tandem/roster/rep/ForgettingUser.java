package dev.tandem.roster.rep;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;

/// A feature that names users by the CRM's own id, also users who never became reps.
public interface ForgettingUser {
    /// Doing it again changes nothing.
    ///
    /// @param mark what stands for the user from now on
    void forget(CompanyId company, CrmId user, CrmId mark);
}
