package dev.tandem.accounts.matching;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.engine.AccountRow;
import dev.tandem.engine.BlockReport;
import dev.tandem.engine.LiveDuplicates;
import dev.tandem.engine.Party;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// Which accounts of a partnership's parties are one customer, while accounts come, change and go. What it says is a
/// function of the accounts that are there, whatever way they came. Not safe for several threads.
public final class LiveMatching {
    private final Duos duos = new Duos();
    private final Map<CompanyId, Customers> customers = new TreeMap<>();
    private final Set<AccountRef> changed = new TreeSet<>();

    private LiveMatching() {}

    /// @param book the accounts of a party
    public static LiveMatching of(List<CompanyId> parties, Function<CompanyId, Iterable<AccountRow>> book) {
        return of(parties, book, Pairing.HERE);
    }

    /// The same, where somebody else may help; see [#isComplete].
    public static LiveMatching of(
            List<CompanyId> parties, Function<CompanyId, Iterable<AccountRow>> book, Pairing pairing) {
        var matching = new LiveMatching();
        parties.forEach(party -> matching.customers.put(party, Customers.of(party, book.apply(party))));
        for (int i = 0; i < parties.size(); i++) {
            for (int j = i + 1; j < parties.size(); j++) {
                matching.align(parties.get(i), parties.get(j), pairing);
            }
        }
        matching.takeChanges();
        return matching;
    }

    private void align(CompanyId one, CompanyId other, Pairing pairing) {
        var alignment = pairing.of(
                one,
                other,
                (party, ids) -> customers(party == Party.A ? one : other).compared(ids));
        var duo = new Duo(one, other, alignment);
        duo.load(customers(one).first(), customers(other).first());
        duos.add(duo);
    }

    /// What a block has found in the books of the two.
    public void take(CompanyId one, CompanyId other, BlockReport report) {
        duos.between(one, other).forEach(duo -> duo.take(report));
    }

    /// Whether all that is to be known of the accounts is known; before, and while a block tells what it has to
    /// somebody
    /// new, pairs are missing.
    public boolean isComplete() {
        return duos.stream().allMatch(Duo::isComplete);
    }

    /// Whether what is known of the account is of the account as it is now.
    public boolean isUpToDate(AccountRef account) {
        return duos.of(account.company()).allMatch(duo -> duo.isUpToDate(account));
    }

    public void put(CompanyId company, AccountRow row) {
        apply(company, customers(company).put(row));
    }

    public void remove(AccountRef account) {
        apply(account.company(), customers(account.company()).remove(account));
    }

    private void apply(CompanyId company, LiveDuplicates.Change change) {
        duos.of(company).forEach(duo -> {
            change.gone().forEach(id -> duo.remove(new AccountRef(company, new CrmId(id))));
            change.come().forEach(row -> duo.put(company, row));
        });
        change.touched().forEach(id -> changed.add(new AccountRef(company, new CrmId(id))));
    }

    private Customers customers(CompanyId company) {
        return Objects.requireNonNull(customers.get(company), "a party");
    }

    /// Whether the account is in.
    public boolean has(AccountRef account) {
        return customers(account.company()).has(account);
    }

    /// The accounts whose group may be another than when this was asked last.
    public Set<AccountRef> takeChanges() {
        var taken = new TreeSet<>(changed);
        duos.stream().flatMap(Duo::takeChanges).forEach(taken::add);
        changed.clear();
        return taken;
    }

    /// The groups that have one of the accounts or are connected with one by pairs.
    public List<Group> groups(Collection<AccountRef> accounts) {
        return clusters(accounts).map(this::group).toList();
    }

    /// The accounts of those groups.
    public Set<AccountRef> grouped(Collection<AccountRef> accounts) {
        var grouped = new TreeSet<AccountRef>();
        clusters(accounts).flatMap(List::stream).forEach(member -> {
            grouped.add(member);
            customers(member.company()).besides(member).forEach(grouped::add);
        });
        return grouped;
    }

    private Stream<List<AccountRef>> clusters(Collection<AccountRef> accounts) {
        return duos.clusters(accounts.stream()
                .map(account -> customers(account.company()).first(account))
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
        duos.between(one, other).forEach(duo -> duo.rule(one, other, ruling));
    }

    /// Learns from a pair, or unlearns it.
    ///
    /// @param names of the two, if people say that they are one customer
    public void teach(AccountRef one, AccountRef other, Optional<Names> names) {
        duos.between(one, other).forEach(duo -> duo.teach(one, other, names));
    }

    /// How many accounts were put in all and are not there any more as they were; memory is kept for each.
    public int rowsOfThePast() {
        return duos.stream().mapToInt(Duo::rowsEver).sum() - rows();
    }

    /// How many accounts there are, each as often as it is aligned with another party's.
    public int rows() {
        return duos.stream()
                .flatMap(Duo::parties)
                .mapToInt(party -> customers(party).size())
                .sum();
    }

    private Group group(List<AccountRef> members) {
        var because = members.stream()
                .flatMap(duos::matches)
                .filter(link -> members.contains(link.one()) && members.contains(link.other()))
                .distinct()
                .sorted(Link.LIKELIER)
                .flatMap(link -> duos.evidence(link).stream())
                .distinct()
                .toList();
        var duplicates = members.stream()
                .flatMap(member -> customers(member.company()).besides(member))
                .toList();
        return new Group(members, duplicates, because);
    }
}
