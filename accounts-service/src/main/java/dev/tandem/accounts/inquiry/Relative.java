package dev.tandem.accounts.inquiry;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.Reason;
import java.util.List;

/// That partners do not have an account of the reader's, but its parent or a subsidiary, by the reader's own CRM: what
/// a partner's CRM says of parents is never shown.
///
/// @param through the reader's account that the partners have too
/// @param partners which have it, as far as they show it
record Relative(
        CrmId ownAccount,
        Kind kind,
        CrmId through,
        JointAccountId jointAccount,
        List<CompanyId> partners,
        Reason because) {

    /// What the partners have.
    enum Kind {
        PARENT("PARTNER_HAS_PARENT", "Your partner has the parent of this account, not the account itself."),
        SUBSIDIARY("PARTNER_HAS_SUBSIDIARY", "Your partner has a subsidiary of this account, not the account itself.");

        private final String code;
        private final String sentence;

        Kind(String code, String sentence) {
            this.code = code;
            this.sentence = sentence;
        }

        Reason because() {
            return new Reason(code, sentence);
        }
    }
}
