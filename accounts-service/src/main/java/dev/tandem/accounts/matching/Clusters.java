package dev.tandem.accounts.matching;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which accounts count as one so far. Every two accounts of a cluster are compared before clusters become one, so the
/// result depends on the order of merging only, and that is the caller's fixed order.
final class Clusters {
    private final Map<AccountRef, Cluster> of = new HashMap<>();

    /// @param accounts in order
    record Cluster(List<Facts> accounts) implements Comparable<Cluster> {
        AccountRef first() {
            return accounts.getFirst().account();
        }

        boolean has(CompanyId company) {
            return accounts.stream().anyMatch(each -> each.account().company().equals(company));
        }

        @Override
        public int compareTo(Cluster other) {
            return first().compareTo(other.first());
        }

        boolean contradicts(Cluster other) {
            return accounts.stream()
                    .anyMatch(one -> other.accounts.stream().anyMatch(each -> new Comparison(one, each).contradicts()));
        }

        boolean sameThroughout(Cluster other) {
            return accounts.stream()
                    .allMatch(one ->
                            other.accounts.stream().allMatch(each -> new Comparison(one, each).sameThroughout()));
        }
    }

    Cluster of(Facts account) {
        return of.computeIfAbsent(account.account(), _ -> new Cluster(List.of(account)));
    }

    /// Makes one cluster of the two; does nothing if they are one already.
    void merge(Cluster one, Cluster other) {
        if (one.equals(other)) {
            return;
        }
        var accounts = new ArrayList<>(one.accounts());
        accounts.addAll(other.accounts());
        accounts.sort(Comparator.comparing(Facts::account));
        var merged = new Cluster(List.copyOf(accounts));
        accounts.forEach(account -> of.put(account.account(), merged));
    }

    List<Cluster> all() {
        return of.values().stream().distinct().sorted().toList();
    }
}
