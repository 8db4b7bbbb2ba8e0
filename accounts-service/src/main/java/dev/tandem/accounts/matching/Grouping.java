package dev.tandem.accounts.matching;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.engine.Clusters;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// Which accounts are one customer, by their matches. First the accounts that are shown are put together, of which
/// nothing depends on any that is held back. Then each that is held back joins the likeliest one that is shown, if its
/// party has none there; it never brings two together. What is left are those that only such are matched with.
final class Grouping {
    private final Set<Link> links = new LinkedHashSet<>();
    private final Map<AccountRef, TreeSet<AccountRef>> groups = new HashMap<>();
    private final Set<AccountRef> joined = new HashSet<>();

    private Grouping() {}

    /// The groups of some accounts and of all that hang together with them.
    ///
    /// @param matches all of an account that stand
    static List<List<AccountRef>> around(Collection<AccountRef> accounts, Function<AccountRef, Stream<Link>> matches) {
        var grouping = new Grouping();
        grouping.collect(accounts, matches);
        grouping.cluster(grouping.ofRank(0));
        grouping.ofRank(1).sorted(Link.LIKELIER).forEach(grouping::join);
        grouping.cluster(grouping.ofRank(2)
                .filter(link -> !grouping.joined.contains(link.one()) && !grouping.joined.contains(link.other())));
        return grouping.all();
    }

    private void collect(Collection<AccountRef> accounts, Function<AccountRef, Stream<Link>> matches) {
        var seen = new HashSet<>(accounts);
        var open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            matches.apply(open.remove())
                    .filter(links::add)
                    .forEach(link -> Stream.of(link.one(), link.other())
                            .filter(seen::add)
                            .forEach(open::add));
        }
    }

    private Stream<Link> ofRank(int rank) {
        return links.stream().filter(link -> link.rank() == rank);
    }

    private void cluster(Stream<Link> some) {
        var known = some.map(link -> Clusters.Link.likely(member(link.one()), member(link.other()), link.probability()))
                .toList();
        Clusters.of(known).all().forEach(cluster -> {
            var group = new TreeSet<AccountRef>();
            cluster.forEach(member -> group.add(account(member)));
            group.forEach(account -> groups.put(account, group));
        });
    }

    private void join(Link link) {
        if (joined.add(link.held())) {
            var group = groups.computeIfAbsent(link.shown(), shown -> new TreeSet<>(List.of(shown)));
            if (group.stream()
                    .noneMatch(each -> each.company().equals(link.held().company()))) {
                group.add(link.held());
                groups.put(link.held(), group);
            }
        }
    }

    private List<List<AccountRef>> all() {
        var all = new ArrayList<List<AccountRef>>();
        new HashSet<>(groups.values())
                .stream().filter(group -> group.size() > 1).forEach(group -> all.add(List.copyOf(group)));
        all.sort(Comparator.comparing(List::getFirst));
        return all;
    }

    private static Clusters.Member member(AccountRef account) {
        return new Clusters.Member(account.company().value(), account.account().value());
    }

    private static AccountRef account(Clusters.Member member) {
        return new AccountRef(new CompanyId(member.party()), new CrmId(member.account()));
    }
}
