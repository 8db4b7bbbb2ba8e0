package dev.tandem.systemtests.kill;

import static dev.tandem.systemtests.running.RunningPlatform.api;

import dev.tandem.contracts.Money;
import dev.tandem.systemtests.alliance.Alliance;
import dev.tandem.systemtests.alliance.Settling;
import dev.tandem.systemtests.alliance.Shares;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Everything that was acknowledged against everything that is shown.
record Comparison(Alliance alliance, List<Side> sides, Load.Sent sent) {
    static final String PERIOD = "2026-03";

    /// Empty when nothing is lost, doubled or invented.
    List<String> differences() {
        var shown = new Shown(alliance);
        var differences = new ArrayList<String>();
        for (var side : sides) {
            var company = side.company();
            differences.addAll(Differences.between(
                    "account",
                    Settling.accounts(company),
                    sent.accounts(company).states()));
            differences.addAll(Differences.between("parked", parked(company), counted(sent.poison(company))));
        }
        differences.addAll(Differences.between("deal", shown.deals(), nets()));
        var reps = shown.reps();
        differences.addAll(Differences.between("rep", known(reps), users()));
        differences.addAll(Differences.between("credit of", shown.credits(), credits(reps)));
        var total = nets().values().stream().map(net -> minor(net)).reduce(BigInteger.ZERO, BigInteger::add);
        differences.addAll(Differences.between("total", shown.closing(PERIOD), Map.of("USD", total)));
        differences.addAll(shown.journalFaults());
        return differences;
    }

    private static Map<String, Long> parked(String company) {
        return counted(api().as(company, "crm").all("/accounts/parked").stream()
                .map(parked -> parked.at("/key").asString())
                .toList());
    }

    private static Map<String, Long> counted(List<String> keys) {
        var counted = new TreeMap<String, Long>();
        keys.forEach(key -> counted.merge(key, 1L, Long::sum));
        return counted;
    }

    private Map<String, String> nets() {
        var nets = new TreeMap<String, String>();
        for (var side : sides) {
            sent.sales(side.company()).states().forEach((id, sale) -> {
                var sold = Money.of(sale.getOrDefault("amount", "0"), "USD");
                var net = sold.minus(Money.of(sale.getOrDefault("refundedAmount", "0"), "USD"));
                nets.put(side.company() + "/" + id, net.toString());
            });
        }
        return nets;
    }

    private static BigInteger minor(String net) {
        return Money.of(net.substring(0, net.indexOf(' ')), "USD").amountMinor();
    }

    private static Map<String, Long> known(Map<String, String> reps) {
        return counted(List.copyOf(reps.keySet()));
    }

    private Map<String, Long> users() {
        var users = new TreeMap<String, Long>();
        for (var side : sides) {
            for (int i = 0; i < Side.USERS; i++) {
                users.put(side.company() + "/" + side.user(i), 1L);
            }
            sent.entered(side.company()).forEach(user -> users.put(side.company() + "/" + user, 1L));
        }
        return users;
    }

    private Map<String, Map<String, BigInteger>> credits(Map<String, String> reps) {
        var credits = new TreeMap<String, Map<String, BigInteger>>();
        nets().forEach((sale, net) -> {
            var customer = Integer.parseInt(sale.substring(sale.lastIndexOf('-') + 1));
            var parts =
                    Shares.of(minor(net), rep(reps, sale, customer, true), List.of(rep(reps, sale, customer, false)));
            parts.values().removeIf(part -> part.signum() == 0);
            credits.put(sale, parts);
        });
        return credits;
    }

    private String rep(Map<String, String> reps, String sale, int customer, boolean owner) {
        var side = sides.stream()
                .filter(each -> sale.startsWith(each.company() + "/") == owner)
                .findFirst()
                .orElseThrow();
        return side.company() + "/" + reps.get(side.company() + "/" + side.user(customer));
    }
}
