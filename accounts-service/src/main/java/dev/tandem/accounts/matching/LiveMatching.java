package dev.tandem.accounts.matching;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.engine.AccountRow;
import dev.tandem.engine.BlockReport;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// Which accounts of a partnership's parties are one customer, while accounts come, change and go. What it says is a
/// function of the accounts that are there, whatever way they came; of those that are shown, a function of these
/// alone. Not safe for several threads.
public final class LiveMatching {
    private final Books books;
    private final Duos duos;

    private LiveMatching(Books books) {
        this.books = books;
        this.duos = books.duos;
    }

    /// @param book the accounts of a party, of which all are shown
    public static LiveMatching of(List<CompanyId> parties, Function<CompanyId, Iterable<AccountRow>> book) {
        return of(parties, book, Pairing.HERE, _ -> Openness.SHOWN);
    }

    /// The same, where somebody else may help with what is shown; see [#isComplete].
    ///
    /// @param openness of an account that was read or is put; the book is read first
    public static LiveMatching of(
            List<CompanyId> parties,
            Function<CompanyId, Iterable<AccountRow>> book,
            Pairing pairing,
            Function<AccountRef, Openness> openness) {
        var books = new Books(parties, pairing, openness);
        books.load(book);
        books.takeChanges();
        return new LiveMatching(books);
    }

    /// What a block has found in the books of the two.
    public void take(CompanyId one, CompanyId other, BlockReport report) {
        duos.between(new Half(one, Openness.SHOWN), new Half(other, Openness.SHOWN))
                .ifPresent(duo -> duo.take(report));
    }

    /// Whether all that is to be known of the accounts is known; before, and while a block tells what it has to
    /// somebody
    /// new, pairs are missing.
    public boolean isComplete() {
        return duos.stream().allMatch(Duo::isComplete);
    }

    /// Whether what is known of the account is of the account as it is now.
    public boolean isUpToDate(AccountRef account) {
        return duos.areUpToDate(account);
    }

    public void put(CompanyId company, AccountRow row) {
        books.put(company, row);
    }

    public void remove(AccountRef account) {
        books.remove(account);
    }

    /// Whether the account is in.
    public boolean has(AccountRef account) {
        return books.of(account.company()).has(account);
    }

    /// The accounts whose group may be another than when this was asked last.
    public Set<AccountRef> takeChanges() {
        return books.takeChanges();
    }

    /// The groups that have one of the accounts or are connected with one by pairs.
    public List<Group> groups(Collection<AccountRef> accounts) {
        return clusters(accounts).stream().map(this::group).toList();
    }

    /// The accounts of those groups.
    public Set<AccountRef> grouped(Collection<AccountRef> accounts) {
        var grouped = new TreeSet<AccountRef>();
        clusters(accounts).stream().flatMap(List::stream).forEach(member -> {
            grouped.add(member);
            books.of(member.company()).besides(member).forEach(grouped::add);
        });
        return grouped;
    }

    private List<List<AccountRef>> clusters(Collection<AccountRef> accounts) {
        return duos.groups(accounts.stream()
                .map(account -> books.of(account.company()).first(account))
                .distinct()
                .toList());
    }

    /// Every group.
    public List<Group> groups() {
        return groups(duos.links().filter(Link::match).map(Link::one).toList());
    }

    /// The pairs of these accounts that a person has to decide about.
    public List<Doubt> doubts(Collection<AccountRef> accounts) {
        return doubts(accounts.stream().flatMap(duos::links));
    }

    /// All such pairs.
    public List<Doubt> doubts() {
        return doubts(duos.links());
    }

    private List<Doubt> doubts(Stream<Link> links) {
        return links.filter(link -> !link.match())
                .distinct()
                .map(link -> new Doubt(link.one(), link.other(), duos.evidence(link)))
                .toList();
    }

    /// Two accounts that may be one customer, and what speaks for it and against it.
    public record Doubt(AccountRef one, AccountRef other, List<Evidence> because) {}

    /// Keeps to what people decided of the two, from now on, whatever becomes of the accounts.
    public void rule(AccountRef one, AccountRef other, Ruling ruling) {
        duos.rule(one, other, ruling);
    }

    /// Learns from a pair, or unlearns it.
    ///
    /// @param names of the two, if people say that they are one customer
    public void teach(AccountRef one, AccountRef other, Optional<Names> names) {
        duos.teach(one, other, names);
    }

    /// How many accounts were put in all and are not there any more as they were; memory is kept for each.
    public int rowsOfThePast() {
        return duos.stream().mapToInt(Duo::rowsEver).sum() - rows();
    }

    /// How many accounts there are, each as often as it is aligned with another party's.
    public int rows() {
        return books.rows();
    }

    /// What speaks for an account that is held back is left out where several others read it: it would tell of it.
    private Group group(List<AccountRef> members) {
        var because = members.stream()
                .flatMap(duos::matches)
                .filter(link -> members.contains(link.one()) && members.contains(link.other()))
                .filter(link -> link.rank() == 0 || members.size() == 2)
                .distinct()
                .sorted(Link.LIKELIER)
                .flatMap(link -> duos.evidence(link).stream())
                .distinct()
                .toList();
        var duplicates = members.stream()
                .flatMap(member -> books.of(member.company()).besides(member))
                .toList();
        return new Group(members, duplicates, because);
    }
}
