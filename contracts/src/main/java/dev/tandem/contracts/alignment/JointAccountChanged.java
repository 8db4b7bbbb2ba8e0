package dev.tandem.contracts.alignment;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.Population;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A joint account, full state, on `tandem.alignments` under its id. Internal to the platform: what a company may see
/// of it is decided by the agreement in force at each read.
///
/// @param members accounts of at least two parties, or none once dissolved
/// @param book where it stands in the shared book
public record JointAccountChanged(
        JointAccountId jointAccount, PartnershipId partnership, List<Member> members, Book book) {

    /// @param accountSeq how new the account was that this rests on
    /// @param owner the rep who owns the account, null while unknown
    /// @param population the segment that the account is in, on which it depends what of it and its owner is shown;
    /// null while unknown, and then only what is shown of every population may be
    public record Member(
            AccountRef account,
            long accountSeq,
            @Nullable RepId owner,
            @Nullable Population population) {
        public Member(AccountRef account, long accountSeq, @Nullable RepId owner) {
            this(account, accountSeq, owner, null);
        }
    }

    /// Whether the parties agreed to sell to it, and under whose lead.
    public record Book(
            boolean agreed, @Nullable Tier tier, @Nullable CompanyId lead) {
        public static final Book NOT_IN_BOOK = new Book(false, null, null);
    }

    /// How much joint effort the account is worth.
    public enum Tier {
        A,
        B,
        C
    }

    public JointAccountChanged {
        members = List.copyOf(members);
    }
}
