package dev.tandem.contracts.alignment;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.Placement;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.PopulationName;
import java.util.List;
import java.util.Objects;
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
    /// @param custom the populations of its company's own that it is in; left out where there are none
    public record Member(
            AccountRef account,
            long accountSeq,
            @Nullable RepId owner,
            @Nullable Population population,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            List<PopulationName> custom) {
        public Member {
            custom = custom == null ? List.of() : List.copyOf(custom);
        }

        public Member(AccountRef account, long accountSeq, @Nullable RepId owner, @Nullable Population population) {
            this(account, accountSeq, owner, population, List.of());
        }

        public Member(AccountRef account, long accountSeq, @Nullable RepId owner) {
            this(account, accountSeq, owner, null);
        }

        /// Where the account stands; once for each built-in population while it is not known in which it is.
        public List<Placement> placements() {
            var own = Objects.requireNonNull(custom, "set by the constructor");
            var populations = population == null ? List.of(Population.values()) : List.of(population);
            return populations.stream()
                    .map(each -> new Placement(account.company(), each, own))
                    .toList();
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
