package dev.tandem.standalone.demo;

import dev.tandem.contracts.CrmId;
import dev.tandem.samples.Truth;
import dev.tandem.samples.Truth.GoldPair;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The joint accounts that were found, held against what is true of the sample companies.
///
/// @param pairs found, one account of each side
/// @param right those of them that are one customer
/// @param customers that both companies have
/// @param found those of them that some joint account joins
record Scores(int pairs, int right, int customers, int found) {
    private record Pair(CrmId acme, CrmId globex) {}

    /// @param jointAccounts as on `tandem.alignments`
    static Scores of(Truth truth, Iterable<JsonNode> jointAccounts) {
        var pairs = pairs(jointAccounts);
        var gold = truth.goldPairs().stream()
                .map(pair -> new Pair(pair.acme(), pair.globex()))
                .collect(Collectors.toSet());
        var right = pairs.stream().filter(gold::contains).toList();
        var acme = right.stream().map(Pair::acme).collect(Collectors.toSet());
        var globex = right.stream().map(Pair::globex).collect(Collectors.toSet());
        return new Scores(pairs.size(), right.size(), truth.primaryPairs().size(), (int) truth.primaryPairs().stream()
                .filter(customer -> isFound(customer, acme, globex))
                .count());
    }

    /// Joined through the first account that either book has of the customer.
    private static boolean isFound(GoldPair customer, Set<CrmId> acme, Set<CrmId> globex) {
        return acme.contains(customer.acme()) || globex.contains(customer.globex());
    }

    private static Set<Pair> pairs(Iterable<JsonNode> jointAccounts) {
        var pairs = new HashSet<Pair>();
        jointAccounts.forEach(joint -> accounts(joint, Stage.ACME)
                .forEach(acme -> accounts(joint, Stage.GLOBEX).forEach(globex -> pairs.add(new Pair(acme, globex)))));
        return pairs;
    }

    private static List<CrmId> accounts(JsonNode joint, String company) {
        var accounts = new ArrayList<CrmId>();
        joint.path("members").forEach(member -> {
            var account = member.path("account");
            if (account.path("company").asString("").equals(company)) {
                accounts.add(new CrmId(account.path("account").asString()));
            }
        });
        return accounts;
    }

    String sentence() {
        return "%s of the %s customers that both have were found (%s); %s of %s pairs are right (%s)"
                .formatted(
                        Narrator.number(found),
                        Narrator.number(customers),
                        percent(found, customers),
                        Narrator.number(right),
                        Narrator.number(pairs),
                        percent(right, pairs));
    }

    private static String percent(long part, long whole) {
        return whole == 0 ? "–" : String.format(Locale.ROOT, "%d.%d %%", part * 100 / whole, part * 1000 / whole % 10);
    }
}
