package dev.tandem.systemtests.story;

import static dev.tandem.systemtests.running.RunningPlatform.api;

import dev.tandem.contracts.Money;
import dev.tandem.samples.ObjectState;
import dev.tandem.samples.Outcome;
import dev.tandem.systemtests.alliance.JointAccounts;
import dev.tandem.systemtests.alliance.Samples;
import dev.tandem.systemtests.alliance.Shares;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Which deals there must be, and what each must be worth, by the truth of the sample world alone.
final class DealModel {
    private static final Set<Outcome> ONCE_WON = EnumSet.of(
            Outcome.WON,
            Outcome.WON_BEFORE,
            Outcome.AMENDED,
            Outcome.PARTLY_REFUNDED,
            Outcome.FULLY_REFUNDED,
            Outcome.REOPENED,
            Outcome.WON_AGAIN,
            Outcome.DELETED_AFTER_WON);

    private final Samples samples;
    private final Set<String> bookedAccounts;
    private final Map<String, String> reps = new TreeMap<>();
    private Map<String, String> expected = Map.of();

    DealModel(Samples samples, JointAccounts joints) {
        this.samples = samples;
        this.bookedAccounts = samples.booked(joints).stream()
                .flatMap(joint -> joints.members().getOrDefault(joint, List.of()).stream())
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    /// What counts.
    ///
    /// @param seen as the platform says it
    Map<String, String> expected(Map<String, String> seen) {
        return new TwinSales(samples.world().truth()).counted(sales(), seen);
    }

    /// Net by `company/opportunity`, as text with its currency.
    private Map<String, String> sales() {
        var expected = new TreeMap<String, String>();
        samples.world().truth().outcomes().forEach((opportunity, outcome) -> {
            var before =
                    Objects.requireNonNull(samples.world().truth().afterLoad().getOrDefault(opportunity, GONE));
            var state = Objects.requireNonNull(samples.world().truth().atEnd().getOrDefault(opportunity, GONE));
            var account =
                    state.fields().getOrDefault("accountId", before.fields().getOrDefault("accountId", ""));
            if (ONCE_WON.contains(outcome) && bookedAccounts.contains(account)) {
                expected.put(opportunity.company() + "/" + opportunity.id(), net(state, before));
            }
        });
        return expected;
    }

    private static final ObjectState GONE = new ObjectState(true, Map.of());

    /// Nothing is left of what is open again, lost or deleted.
    private static String net(ObjectState state, ObjectState before) {
        var currency = state.fields().getOrDefault("currency", before.fields().getOrDefault("currency", "USD"));
        if (!"Won".equals(state.fields().get("stage"))) {
            return Money.of("0", currency).toString();
        }
        var sold = Money.of(Objects.requireNonNull(state.fields().get("amount")), currency);
        return sold.minus(Money.of(state.fields().getOrDefault("refundedAmount", "0"), currency))
                .toString();
    }

    /// The same as the platform says it: each company names its own opportunities. Another deal stands for those that
    /// are not of record.
    Map<String, String> seen() {
        var seen = new TreeMap<String, String>();
        for (var company : List.of("acme", "globex")) {
            for (var deal : api().as(company, "finance").all(samples.alliance().in("accounts") + "/deals")) {
                if (deal.at("/owner").asString().equals(company)
                        && !deal.at("/status").asString().equals("NOT_OF_RECORD")) {
                    var net = deal.at("/net/amount").asString() + " "
                            + deal.at("/net/currency").asString();
                    seen.put(company + "/" + deal.at("/ownOpportunity").asString(), net);
                }
            }
        }
        return seen;
    }

    String difference(Map<String, String> seen) {
        var missing = new TreeMap<>(expected(seen));
        missing.entrySet().removeAll(seen.entrySet());
        var surplus = new TreeMap<>(seen);
        surplus.entrySet().removeAll(expected(seen).entrySet());
        return "missing " + missing + ", too much " + surplus;
    }

    /// Each deal whose credit is not what the agreement gives of its net: to its owner's rep, and to those counterparts
    /// that are named in it.
    List<String> faultsOfCredit() {
        var faults = new ArrayList<String>();
        expected = expected(seen());
        for (var company : List.of("acme", "globex")) {
            for (var deal : api().as(company, "finance").all(samples.alliance().in("accounts") + "/deals")) {
                if (deal.at("/owner").asString().equals(company)) {
                    check(
                            company,
                            deal.at("/deal").asString(),
                            deal.at("/ownOpportunity").asString(),
                            faults);
                }
            }
        }
        return faults;
    }

    private void check(String company, String deal, String opportunity, List<String> faults) {
        var credit = api().as(company, "finance").get(samples.alliance().in("credit") + "/deals/" + deal);
        if (credit.status() == 404) {
            faults.add(opportunity + " did not reach credit");
            return;
        }
        var given = new TreeMap<String, BigInteger>();
        credit.expect(200)
                .json()
                .at("/credits")
                .forEach(part -> given.put(
                        part.at("/company").asString() + "/" + part.at("/rep").asString(),
                        Money.of(
                                        part.at("/amount/amount").asString(),
                                        part.at("/amount/currency").asString())
                                .amountMinor()));
        var expected = expectedCredit(company, opportunity, given);
        if (!given.equals(expected)) {
            faults.add(opportunity + " is credited with " + given + " and not " + expected);
        }
    }

    private Map<String, BigInteger> expectedCredit(String company, String opportunity, Map<String, BigInteger> given) {
        var text = expected.getOrDefault(company + "/" + opportunity, "0 USD");
        var net = Money.of(text.substring(0, text.indexOf(' ')), text.substring(text.indexOf(' ') + 1))
                .amountMinor();
        if (net.signum() == 0) {
            return Map.of();
        }
        var counterparts = given.keySet().stream()
                .filter(participant -> !participant.startsWith(company + "/"))
                .sorted()
                .toList();
        var owner = company + "/" + repOf(company, opportunity);
        return counterparts.isEmpty() ? Map.of(owner, net) : Shares.of(net, owner, counterparts);
    }

    private String repOf(String company, String opportunity) {
        if (reps.isEmpty()) {
            for (var each : List.of("acme", "globex")) {
                api().as(each, "admin")
                        .all("/roster/reps")
                        .forEach(rep -> reps.put(
                                each + "/" + rep.at("/crmUser").asString(),
                                rep.at("/rep").asString()));
            }
        }
        var owner = samples.world().truth().atEnd().entrySet().stream()
                .filter(state -> state.getKey().type().equals("opportunity"))
                .filter(state ->
                        (state.getKey().company() + "/" + state.getKey().id()).equals(company + "/" + opportunity))
                .map(state -> state.getValue().fields().getOrDefault("ownerUser", ""))
                .findFirst()
                .orElse("");
        return reps.getOrDefault(company + "/" + owner, "unknown user " + owner);
    }
}
