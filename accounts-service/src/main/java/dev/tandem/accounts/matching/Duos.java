package dev.tandem.accounts.matching;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The books of all parties, aligned two by two.
final class Duos {
    private final List<Duo> all = new ArrayList<>();

    void add(Duo duo) {
        all.add(duo);
    }

    Stream<Duo> stream() {
        return all.stream();
    }

    Stream<Duo> of(CompanyId company) {
        return all.stream().filter(duo -> duo.has(company));
    }

    Stream<Duo> between(AccountRef one, AccountRef other) {
        return all.stream().filter(duo -> duo.isOf(one, other));
    }

    Stream<Link> links() {
        return all.stream().flatMap(Duo::links);
    }

    Stream<Link> links(AccountRef account) {
        return of(account.company()).flatMap(duo -> duo.links(account));
    }

    List<Evidence> evidence(Link link) {
        return between(link.one(), link.other())
                .findFirst()
                .map(duo -> duo.evidence(link))
                .orElse(List.of());
    }
}
