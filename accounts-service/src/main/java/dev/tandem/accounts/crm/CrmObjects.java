package dev.tandem.accounts.crm;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The feature that keeps one type of CRM object.
public interface CrmObjects {
    String objectType();

    /// Merges the record into its object; again for the same record, it says the same and changes nothing.
    ///
    /// @throws dev.tandem.kit.intake.Unprocessable when the record can never apply as it is
    Receipt.Outcome apply(CrmRecord sent);

    /// As [#apply] for each of one company's records, each of another object, where this type can be merged with
    /// fewer ways to the store; empty where it cannot. Some may be merged and others not when it throws.
    ///
    /// @throws dev.tandem.kit.intake.Unprocessable when any of them can never apply as it is
    default Optional<Together> applyAll(CompanyId company, List<CrmRecord> sent) {
        return Optional.empty();
    }

    /// What became of records that were merged together.
    ///
    /// @param pending what the objects of these ids wait for now
    record Together(List<Filed> filed, Function<List<CrmId>, Map<CrmId, List<Pending>>> pending) {}

    /// What the object waits for now.
    List<Pending> pending(CompanyId company, CrmId id);

    /// What its company should know of the record or its object though it is applied.
    default List<Violation> remarks(CrmRecord sent) {
        return List.of();
    }
}
