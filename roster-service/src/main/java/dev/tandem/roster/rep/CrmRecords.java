package dev.tandem.roster.rep;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.kit.intake.Erasure;
import dev.tandem.kit.intake.Incoming;

/// Takes another kind of object from the topics that companies' CRMs send people on, because it names people, or
/// what people write freely.
public interface CrmRecords {
    String objectType();

    /// Before each of its keys, so that no user has the same.
    default String keyPrefix() {
        return objectType() + "/";
    }

    /// Whether it said anything new.
    ///
    /// @throws dev.tandem.kit.intake.Unprocessable for what breaks a rule
    boolean take(Incoming<CrmChange> event);

    /// Forgets a user of the CRM whom its records name, where they name any.
    void forget(CompanyId company, CrmId user);

    /// Takes back what came under the key.
    void erase(Erasure erasure);
}
