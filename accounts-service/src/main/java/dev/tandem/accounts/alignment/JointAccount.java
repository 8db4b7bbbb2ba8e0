package dev.tandem.accounts.alignment;

import dev.tandem.accounts.account.Account;
import dev.tandem.accounts.matching.Evidence;
import dev.tandem.accounts.matching.Group;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.alignment.JointAccountChanged.Book;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.PopulationName;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The accounts of several parties that are one customer. Internal: what a company may see of it is decided apart.
///
/// @param members one per party, or none once dissolved
/// @param duplicates further accounts of the parties that are the same customer, told to their own company only
/// @param entries what each party says of it in the shared book; each moves its own only
/// @param told what the parties and the platform were last told, so that only news is sent
public record JointAccount(
        JointAccountId id,
        PartnershipId partnership,
        Instant foundedAt,
        List<Member> members,
        List<AccountRef> duplicates,
        List<Evidence> because,
        List<BookEntry> entries,
        Told told) {

    /// @param seq the account's version that this rests on
    /// @param custom the populations of its company's own that it was in then
    /// @param withheld whether it was private then
    /// @param since names who the account was then
    public record Member(
            AccountRef account,
            long seq,
            @Nullable RepId owner,
            Population population,
            @Nullable List<PopulationName> custom,
            @Nullable Boolean withheld,
            @Nullable Long since) {
        public Member {
            custom = custom == null ? List.of() : List.copyOf(custom);
        }

        public Member(AccountRef account, long seq, @Nullable RepId owner, Population population) {
            this(account, seq, owner, population, List.of(), false, null);
        }

        /// Whether it is still the account that was matched: by another name it is another one.
        boolean isStill(Account now) {
            return since == null || since.equals(now.since());
        }

        boolean crossesNever() {
            return Boolean.TRUE.equals(withheld);
        }

        public List<PopulationName> customPopulations() {
            return Objects.requireNonNull(custom, "set by the constructor");
        }
    }

    /// @param published keyed mark of what the platform was told, empty for nothing
    /// @param companies what is out under which key
    record Told(String published, List<Out> companies) {
        static final Told NOTHING = new Told("", List.of());

        /// @param hash keyed mark of the record under the key of `own`
        record Out(CompanyId company, CrmId own, String hash) {}

        Told {
            companies = List.copyOf(companies);
        }
    }

    public JointAccount {
        members = List.copyOf(members);
        duplicates = List.copyOf(duplicates);
        because = List.copyOf(because);
        entries = List.copyOf(entries);
    }

    static JointAccount founded(JointAccountId id, PartnershipId partnership, Instant at) {
        return new JointAccount(id, partnership, at, List.of(), List.of(), List.of(), List.of(), Told.NOTHING);
    }

    JointAccount told(Told next) {
        return new JointAccount(id, partnership, foundedAt, members, duplicates, because, entries, next);
    }

    JointAccount entered(List<BookEntry> next) {
        return new JointAccount(id, partnership, foundedAt, members, duplicates, because, next, told);
    }

    /// As far as it stands where the two are not one customer: without the one that is a duplicate; of two members
    /// nobody knows which of them the others go with.
    JointAccount parted(AccountRef one, AccountRef other) {
        var pair = List.of(one, other);
        if (!accounts().toList().containsAll(pair)) {
            return this;
        }
        var others =
                duplicates.stream().filter(account -> !pair.contains(account)).toList();
        return others.size() < duplicates.size()
                ? new JointAccount(id, partnership, foundedAt, members, others, because, entries, told)
                : new JointAccount(id, partnership, foundedAt, List.of(), List.of(), List.of(), entries, told);
    }

    /// The group that it was made of.
    Group group() {
        return new Group(members.stream().map(Member::account).toList(), duplicates, because);
    }

    /// Whether it has just the accounts of the group.
    boolean isOf(Group group) {
        return members.stream().map(Member::account).toList().equals(group.members())
                && duplicates.equals(group.duplicates());
    }

    public boolean dissolved() {
        return members.size() < 2;
    }

    public Optional<Member> member(CompanyId company) {
        return members.stream()
                .filter(member -> member.account().company().equals(company))
                .findFirst();
    }

    public Optional<BookEntry> entry(CompanyId company) {
        return entries.stream()
                .filter(entry -> entry.company().equals(company) && entry.standing())
                .findFirst();
    }

    /// How often the company changed its entry.
    public long entryRevision(CompanyId company) {
        return entries.stream()
                .filter(entry -> entry.company().equals(company))
                .mapToLong(BookEntry::revision)
                .findFirst()
                .orElse(0);
    }

    /// Every account in it, members first.
    public Stream<AccountRef> accounts() {
        return Stream.concat(members.stream().map(Member::account), duplicates.stream());
    }

    /// Where it stands in the shared book: agreed when every party of it names the same tier and lead.
    public Book book() {
        var said = members.stream()
                .map(member -> entry(member.account().company())
                        .map(entry -> new Book(true, entry.tier(), entry.lead()))
                        .orElse(Book.NOT_IN_BOOK))
                .distinct()
                .toList();
        return !dissolved() && said.size() == 1 ? said.getFirst() : Book.NOT_IN_BOOK;
    }
}
