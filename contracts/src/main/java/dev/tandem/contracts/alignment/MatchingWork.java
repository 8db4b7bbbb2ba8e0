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

    /// What a block has found in two books. No state of its own: what a block says follows from what it was told on
    /// `accounts.blocks.<number>`, and is compared with what it should know. Hashes of what accounts say (`print`,
    /// `name`, `domain`, `phone`, `key`) are hidden under the secret of the partnership.
    ///
    /// @param of how many blocks there are
    /// @param term the place in the block's partition from which on whoever says so has it; later ones count
    /// @param counts how many accounts have a key of both sides, in steps
    /// @param nonce under which hashes are hidden; a report without it is not read
    record BlockReported(
            TwoBooks books,
            int block,
            int of,
            long term,
            Part part,
            List<Found> accounts,
            List<Count> counts,
            @Nullable String nonce)
            implements MatchingWork {
        public BlockReported {
            accounts = List.copyOf(accounts);
            counts = List.copyOf(counts);
        }

        @Override
        public PartnershipId partnership() {
            return books.partnership();
        }

        /// Of a change; or of everything, which begins, goes on and ends.
        public enum Part {
            CHANGE,
            BEGIN,
            MORE,
            END
        }

        /// @param print of what the block was told of the account, 0 if it is not there
        public record Found(AccountRef account, long print, List<Pair> pairs) {
            public Found {
                pairs = List.copyOf(pairs);
            }
        }

        /// @param other the account of the other party
        /// @param rest its bits without those of the next three, which are keys that both accounts have, or 0
        public record Pair(CrmId other, float rest, long name, long domain, long phone) {}

        /// How many accounts have a key, in a step of its scale.
        public record Count(long key, int step) {}
    }
}
