package dev.tandem.kit.intake;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import java.util.Optional;

/// Who of the users whom a company's records name was erased. What is said here must hold before anything is taken out
/// of what is parked, so that whatever is parked meanwhile is found by one of the two.
@FunctionalInterface
public interface ErasedUsers {
    /// What stands for the user from now on; empty for whoever was not erased.
    Optional<CrmId> mark(CompanyId company, CrmId user);
}
