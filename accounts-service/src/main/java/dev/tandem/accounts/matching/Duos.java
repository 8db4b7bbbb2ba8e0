package dev.tandem.accounts.matching;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The books of all parties, aligned two by two, those that are held back apart. A match of accounts that both sides
/// show stands whatever is held back; one of an account that is held back stands where it takes nothing from these.
final class Duos {
    private final List<Duo> all = new ArrayList<>();

    void add(Duo duo) {
        all.add(duo);
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

    Stream<Duo> between(AccountRef one, AccountRef other) {
        return all.stream().filter(duo -> duo.isOf(one, other));
    }

    /// The one of the two in this order that others may help with.
    Stream<Duo> between(CompanyId one, CompanyId other) {
        var halves = List.of(new Half(one, Openness.SHOWN), new Half(other, Openness.SHOWN));
        return all.stream().filter(duo -> duo.halves().equals(halves));
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
        if (all.stream().anyMatch(duo -> duo.rank() > 0 && duo.isFilled())) {
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
