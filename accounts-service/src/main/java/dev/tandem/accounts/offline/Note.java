package dev.tandem.accounts.offline;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A pair of an own account and one that was entered for the partner.
///
/// @param noted as it was entered
/// @param continued the joint account with the real partner that took its place, as far as the partner shows it
@JsonInclude(JsonInclude.Include.NON_NULL)
record Note(
        JointAccountId note,
        CrmId ownAccount,
        CrmId notedAccount,
        Map<String, String> noted,
        Standing standing,
        @Nullable Continued continued) {

    /// Where it stands.
    enum Standing {
        /// The partner has not joined.
        NOTED,
        /// The partner has joined, and shows no account that is the same customer as the own one.
        NOT_FOUND_YET,
        CONTINUED
    }

    record Continued(PartnershipId partnership, JointAccountId jointAccount) {}
}
