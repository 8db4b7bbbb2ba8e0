package dev.tandem.contracts.roster;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who sells for whom, and with whom, on the compacted topic `tandem.rosters`.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface RosterChange {

    /// Key `rep/<rep>`, full state. The only event with a person's name.
    ///
    /// @param crmUser the rep's user in the company's CRM
    record RepChanged(
            RepId rep,
            CompanyId company,
            CrmId crmUser,
            String name,
            @Nullable String email,
            @Nullable String role,
            @Nullable String territory,
            Status status)
            implements RosterChange {}

    /// A rep who left keeps the id, and the credit earned under it.
    enum Status {
        ACTIVE,
        LEFT
    }

    /// Key `mapping/<joint account>`, full state with history: who worked the joint account for each party, and when.
    record CounterpartsChanged(PartnershipId partnership, JointAccountId jointAccount, List<Assignment> assignments)
            implements RosterChange {
        public CounterpartsChanged {
            assignments = List.copyOf(assignments);
        }

        /// Who was assigned at an instant.
        public List<Assignment> at(Instant at) {
            return assignments.stream().filter(a -> a.covers(at)).toList();
        }
    }

    /// `rep` worked the joint account for `company` from `from` until `until` (exclusive; null: still).
    record Assignment(
            CompanyId company,
            RepId rep,
            Instant from,
            @Nullable Instant until,
            Reason because) {
        public boolean covers(Instant at) {
            return !at.isBefore(from) && (until == null || at.isBefore(until));
        }
    }
}
