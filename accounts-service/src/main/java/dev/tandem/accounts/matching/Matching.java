package dev.tandem.accounts.matching;

import static java.util.stream.Collectors.groupingBy;

import dev.tandem.accounts.matching.Clusters.Cluster;
import dev.tandem.contracts.AccountRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Which accounts are one customer. A pure function of the accounts: their order says nothing, and accounts that are
/// not connected by keys do not matter to each other, so a part is decided as the whole would be.
///
/// A false match is worse than a missed one: of several equally good partners none is taken.
public final class Matching {
    /// A key that more accounts hold says nothing about any of them.
    public static final int HOLDERS_MAX = 24;

    private final Clusters customers = new Clusters();
    private final Clusters joint = new Clusters();
    private final List<Link> used = new ArrayList<>();
    private final Set<String> tooCommon;

    private Matching(Set<String> tooCommon) {
        this.tooCommon = tooCommon;
    }

    /// Of whole books.
    public static List<Group> groups(Collection<Facts> accounts) {
        return groups(accounts, Candidates.tooCommon(accounts, HOLDERS_MAX));
    }

    /// Of a part that holds, with an account, all that share a key with it.
    ///
    /// @param tooCommon the keys among theirs that more than [#HOLDERS_MAX] accounts hold
    public static List<Group> groups(Collection<Facts> accounts, Set<String> tooCommon) {
        return new Matching(tooCommon).decide(accounts);
    }

    private List<Group> decide(Collection<Facts> accounts) {
        var candidates = new Candidates(accounts, tooCommon);
        var pairs = candidates.pairs();
        accounts.forEach(customers::of);
        findDuplicates(pairs.stream().filter(Matching::ofOneCompany).toList());
        customers
                .all()
                .forEach(customer -> customer.accounts()
                        .forEach(account ->
                                joint.merge(joint.of(customer.accounts().getFirst()), joint.of(account))));
        var unique = candidates.uniqueDomains(customers);
        var byScore = pairs.stream()
                .filter(pair -> !ofOneCompany(pair))
                .map(pair -> Link.of(
                        pair, pair.sameDomain() && unique.contains(pair.one().domain())))
                .filter(link -> link.score() > 0)
                .sorted(Link.STRONGEST_FIRST)
                .collect(groupingBy(
                        Link::score,
                        () -> new TreeMap<>(Comparator.reverseOrder()),
                        java.util.stream.Collectors.toList()));
        byScore.values().forEach(this::join);
        return joint.all().stream()
                .filter(Matching::spansCompanies)
                .map(this::group)
                .toList();
    }

    private static boolean ofOneCompany(Comparison pair) {
        return pair.one().account().company().equals(pair.other().account().company());
    }

    private void findDuplicates(List<Comparison> pairs) {
        Stream.concat(
                        pairs.stream().filter(Comparison::sameRegistration),
                        pairs.stream().filter(pair -> !pair.sameRegistration()))
                .filter(Comparison::sameThroughout)
                .forEach(pair -> {
                    var one = customers.of(pair.one());
                    var other = customers.of(pair.other());
                    if (!one.contradicts(other) && one.sameThroughout(other)) {
                        customers.merge(one, other);
                    }
                });
    }

    /// Takes the links of one strength: those that compete with an equally strong one are left out.
    private void join(List<Link> links) {
        var open = links.stream().filter(this::mayJoin).toList();
        var clear = open.stream()
                .filter(link -> open.stream().noneMatch(rival -> compete(link, rival)))
                .toList();
        clear.stream().filter(link -> alike(link) || mayJoin(link)).forEach(link -> {
            used.add(link);
            joint.merge(joint.of(link.pair().one()), joint.of(link.pair().other()));
        });
    }

    private boolean alike(Link link) {
        return joint.of(link.pair().one()).equals(joint.of(link.pair().other()));
    }

    private boolean mayJoin(Link link) {
        var one = joint.of(link.pair().one());
        var other = joint.of(link.pair().other());
        return other.accounts().stream()
                        .noneMatch(each -> one.has(each.account().company()))
                && !one.contradicts(other);
    }

    /// One end the same, the other end two customers of one company.
    private boolean compete(Link link, Link rival) {
        return competeAt(link.pair().one(), link.pair().other(), rival)
                || competeAt(link.pair().other(), link.pair().one(), rival);
    }

    private boolean competeAt(Facts shared, Facts wanted, Link rival) {
        return rivals(rival.pair().one(), rival.pair().other(), shared, wanted)
                || rivals(rival.pair().other(), rival.pair().one(), shared, wanted);
    }

    private boolean rivals(Facts end, Facts far, Facts shared, Facts wanted) {
        return joint.of(end).equals(joint.of(shared))
                && far.account().company().equals(wanted.account().company())
                && !customers.of(far).equals(customers.of(wanted));
    }

    private static boolean spansCompanies(Cluster cluster) {
        return cluster.accounts().stream()
                        .map(each -> each.account().company())
                        .distinct()
                        .count()
                > 1;
    }

    private Group group(Cluster cluster) {
        var members = new TreeMap<Object, AccountRef>();
        var duplicates = new ArrayList<AccountRef>();
        for (var account : cluster.accounts()) {
            var ref = account.account();
            if (members.putIfAbsent(ref.company(), ref) != null) {
                duplicates.add(ref);
            }
        }
        var because = used.stream()
                .filter(link -> joint.of(link.pair().one()).equals(cluster))
                .flatMap(link -> link.evidence().stream())
                .distinct()
                .toList();
        return new Group(List.copyOf(members.values()), duplicates, because, sharedKeys(cluster));
    }

    private SortedSet<String> sharedKeys(Cluster cluster) {
        var seen = new HashSet<String>();
        var shared = new TreeSet<String>();
        cluster.accounts()
                .forEach(account -> account.keys().stream()
                        .filter(key -> !tooCommon.contains(key) && !seen.add(key))
                        .forEach(shared::add));
        return shared;
    }
}
