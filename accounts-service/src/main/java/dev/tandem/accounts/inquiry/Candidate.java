package dev.tandem.accounts.inquiry;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.JointAccountId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A partner's account that the asker sees: in a joint account of its own, or in the list of all accounts of a partner.
///
/// @param account never told
/// @param jointAccount the one in which the asker sees it; null for one of the list
/// @param partnerAccount its name in the list; null for one of a joint account
/// @param fields those that the agreement in force permits
@JsonInclude(JsonInclude.Include.NON_NULL)
record Candidate(
        @JsonIgnore AccountRef account,
        CompanyId company,
        @Nullable JointAccountId jointAccount,
        @Nullable String partnerAccount,
        Map<String, String> fields) {}
