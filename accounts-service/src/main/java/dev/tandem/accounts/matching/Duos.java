package dev.tandem.accounts.matching;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The books of all parties, aligned two by two, those that are held back apart. A match of accounts that both sides
/// show stands whatever is held back; one of an account that is held back stands where it takes nothing from these.
final class Duos {
    private final List<Duo> all = new ArrayList<>();
    private final Map<Pair, Ruling> rulings = new LinkedHashMap<>();
    private final Map<Pair, Names> taught = new LinkedHashMap<>();

    /// Of which people said something.
    private record Pair(AccountRef one, AccountRef other) {}

    /// It keeps to what people said so far.
    void add(Duo duo) {
        all.add(duo);
        rulings.forEach((pair, ruling) -> rule(duo, pair, ruling));
        taught.forEach((pair, names) -> teach(duo, pair, Optional.of(names)));
    }

    void rule(AccountRef one, AccountRef other, Ruling ruling) {
        var pair = new Pair(one, other);
        rulings.put(pair, ruling);
        all.forEach(duo -> rule(duo, pair, ruling));
    }

    void teach(AccountRef one, AccountRef other, Optional<Names> names) {
        var pair = new Pair(one, other);
        names.ifPresentOrElse(now -> taught.put(pair, now), () -> taught.remove(pair));
        all.forEach(duo -> teach(duo, pair, names));
    }

    private static void rule(Duo duo, Pair pair, Ruling ruling) {
        if (duo.isOf(pair.one(), pair.other())) {
            duo.rule(pair.one(), pair.other(), ruling);
        }
    }

    private static void teach(Duo duo, Pair pair, Optional<Names> names) {
        if (duo.isOf(pair.one(), pair.other())) {
            duo.teach(pair.one(), pair.other(), names);
        }
    }

    Stream<Duo> stream() {
        return all.stream();
    }

    Stream<Duo> of(Half half) {
        return all.stream().filter(duo -> duo.halves().contains(half));
    }

    private Stream<Duo> of(CompanyId company) {
        return all.stream().filter(duo -> duo.has(company));
    }

    /// Whether all that is known of the account is of the account as it is now.
    boolean areUpToDate(AccountRef account) {
        return of(account.company()).allMatch(duo -> duo.isUpToDate(account));
    }

    private Stream<Duo> between(AccountRef one, AccountRef other) {
        return all.stream().filter(duo -> duo.isOf(one, other));
    }

    /// The one of the two in this order.
    Optional<Duo> between(Half one, Half other) {
        return all.stream()
                .filter(duo -> duo.halves().equals(List.of(one, other)))
                .findFirst();
    }

    Stream<Link> links() {
        return all.stream().flatMap(Duo::links).filter(this::stands);
    }

    Stream<Link> links(AccountRef account) {
        return linksOf(account).filter(this::stands);
    }

    private Stream<Link> linksOf(AccountRef account) {
        return of(account.company()).flatMap(duo -> duo.links(account));
    }

    Stream<Link> matches(AccountRef account) {
        return links(account).filter(Link::match);
    }

    private boolean stands(Link link) {
        return link.rank() == 0
                || Stream.of(link.one(), link.other())
                        .noneMatch(account -> between(link.one(), link.other())
                                .filter(duo -> duo.rank() < link.rank())
                                .flatMap(duo -> duo.links(account))
                                .anyMatch(before -> before.match() && this.stands(before)));
    }

    /// The groups of the accounts and of all that hang together with them.
    List<List<AccountRef>> groups(Collection<AccountRef> accounts) {
        return Grouping.around(accounts, this::matches);
    }

    /// The accounts whose pairs stand or fall with those of these.
    Set<AccountRef> around(Collection<AccountRef> changed) {
        var around = new TreeSet<>(changed);
        if (all.stream().anyMatch(duo -> duo.rank() > 0)) {
            for (int hop = 0; hop < 2; hop++) {
                List.copyOf(around).stream().flatMap(this::linksOf).forEach(link -> {
                    around.add(link.one());
                    around.add(link.other());
                });
            }
        }
        return around;
    }

    List<Evidence> evidence(Link link) {
        return between(link.one(), link.other())
                .filter(duo -> duo.rank() == link.rank())
                .map(duo -> duo.evidence(link))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
