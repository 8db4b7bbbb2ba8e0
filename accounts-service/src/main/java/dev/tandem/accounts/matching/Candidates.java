package dev.tandem.accounts.matching;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which accounts are compared at all: those that share a key which is not too common.
final class Candidates {
    private final Map<String, List<Facts>> holders = new HashMap<>();

    Candidates(Collection<Facts> accounts, Set<String> tooCommon) {
        accounts.stream()
                .sorted(Comparator.comparing(Facts::account))
                .forEach(account -> account.keys().stream()
                        .filter(key -> !tooCommon.contains(key))
                        .forEach(key -> holders.computeIfAbsent(key, _ -> new ArrayList<>())
                                .add(account)));
    }

    static Set<String> tooCommon(Collection<Facts> accounts, int max) {
        var counts = new HashMap<String, Integer>();
        accounts.forEach(account -> account.keys().forEach(key -> counts.merge(key, 1, Integer::sum)));
        counts.values().removeIf(count -> count <= max);
        return counts.keySet();
    }

    /// Each pair once, in order.
    List<Comparison> pairs() {
        var pairs = new LinkedHashSet<Comparison>();
        holders.values().forEach(sharing -> {
            for (int i = 0; i < sharing.size(); i++) {
                for (int j = i + 1; j < sharing.size(); j++) {
                    pairs.add(new Comparison(sharing.get(i), sharing.get(j)));
                }
            }
        });
        return pairs.stream()
                .sorted(Comparator.comparing((Comparison pair) -> pair.one().account())
                        .thenComparing(pair -> pair.other().account()))
                .toList();
    }

    /// Domains that at least two companies have, each on one customer only.
    Set<String> uniqueDomains(Clusters customers) {
        var unique = new HashSet<String>();
        holders.forEach((key, sharing) -> {
            var domain = sharing.getFirst().domain();
            if (domain != null && key.equals(sharing.getFirst().domainKey()) && oneEach(sharing, customers)) {
                unique.add(domain);
            }
        });
        return unique;
    }

    private static boolean oneEach(List<Facts> sharing, Clusters customers) {
        var byCompany =
                sharing.stream().collect(groupingBy(each -> each.account().company()));
        return byCompany.size() > 1
                && byCompany.values().stream()
                        .allMatch(own ->
                                own.stream().map(customers::of).distinct().count() == 1);
    }
}
