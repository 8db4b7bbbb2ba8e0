package dev.tandem.accounts.crm;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Violation;
import java.util.List;

/// The feature that keeps one type of CRM object.
public interface CrmObjects {
    String objectType();

    /// Merges the record into its object; again for the same record, it says the same and changes nothing.
    ///
    /// @throws dev.tandem.kit.intake.Unprocessable when the record can never apply as it is
    Receipt.Outcome apply(CrmRecord sent);

    /// What the object waits for now.
    List<Pending> pending(CompanyId company, CrmId id);

    /// What its company should know of the record or its object though it is applied.
    default List<Violation> remarks(CrmRecord sent) {
        return List.of();
    }
}
