package dev.tandem.accounts.matching;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.engine.Clusters;
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

    /// The one of the two in this order.
    Stream<Duo> between(CompanyId one, CompanyId other) {
        return all.stream().filter(duo -> duo.parties().toList().equals(List.of(one, other)));
    }

    Stream<Link> links() {
        return all.stream().flatMap(Duo::links);
    }

    Stream<Link> links(AccountRef account) {
        return of(account.company()).flatMap(duo -> duo.links(account));
    }

    Stream<Link> matches(AccountRef account) {
        return links(account).filter(Link::match);
    }

    /// The accounts that are one customer with any of these.
    Stream<List<AccountRef>> clusters(List<AccountRef> accounts) {
        return Clusters.around(accounts.stream().map(Duos::member).toList(), this::known).all().stream()
                .map(cluster -> cluster.stream().map(Duos::account).toList());
    }

    private List<Clusters.Link> known(Clusters.Member member) {
        return matches(account(member))
                .map(link -> Clusters.Link.likely(member(link.one()), member(link.other()), link.probability()))
                .toList();
    }

    private static Clusters.Member member(AccountRef account) {
        return new Clusters.Member(account.company().value(), account.account().value());
    }

    private static AccountRef account(Clusters.Member member) {
        return new AccountRef(new CompanyId(member.party()), new CrmId(member.account()));
    }

    List<Evidence> evidence(Link link) {
        return between(link.one(), link.other())
                .findFirst()
                .map(duo -> duo.evidence(link))
                .orElse(List.of());
    }
}
