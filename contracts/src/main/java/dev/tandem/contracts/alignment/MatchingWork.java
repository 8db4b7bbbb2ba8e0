package dev.tandem.contracts.alignment;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Work for the one writer of a partnership's alignment, on the internal topic `accounts.matching`, keyed by
/// partnership. It names what changed; the writer reads the state, so a repeat is harmless.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface MatchingWork {
    PartnershipId partnership();

    /// An account of a party changed; `accountSeq` is its version then.
    record AccountTouched(PartnershipId partnership, AccountRef account, long accountSeq) implements MatchingWork {}

    /// Accounts of a party may have changed, as those of a file do: looked at together.
    record AccountsTouched(PartnershipId partnership, CompanyId company, List<CrmId> accounts) implements MatchingWork {
        public AccountsTouched {
            accounts = List.copyOf(accounts);
        }
    }

    /// Another revision governs, or none: every projection of the partnership is looked at again, page by page.
    ///
    /// @param after where the walk goes on; null at its beginning
    record AgreementTouched(
            PartnershipId partnership,
            int revision,
            @Nullable String after) implements MatchingWork {
        public AgreementTouched(PartnershipId partnership, int revision) {
            this(partnership, revision, null);
        }
    }

    /// A rep became known or changed: the joint accounts with accounts of this rep are looked at again.
    record RepTouched(PartnershipId partnership, RepId rep) implements MatchingWork {}

    /// What the parties say of a pair of accounts has changed.
    record ReviewTouched(PartnershipId partnership, String review) implements MatchingWork {}
}
