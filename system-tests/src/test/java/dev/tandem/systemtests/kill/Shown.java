package dev.tandem.systemtests.kill;

import static dev.tandem.systemtests.running.RunningPlatform.api;

import dev.tandem.contracts.Money;
import dev.tandem.systemtests.alliance.Alliance;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// What the platform shows of an alliance to its parties, brought into the form of the model.
record Shown(Alliance alliance) {

    /// Net by `company/opportunity`, each company's own.
    Map<String, String> deals() {
        var shown = new TreeMap<String, String>();
        own((company, deal) -> shown.put(
                company + "/" + deal.at("/ownOpportunity").asString(),
                money(deal.at("/net")).toString()));
        return shown;
    }

    /// Minor units by rep, by `company/opportunity`; as the other company reads them.
    Map<String, Map<String, BigInteger>> credits() {
        var shown = new TreeMap<String, Map<String, BigInteger>>();
        own((company, deal) -> {
            var reader = company.equals(alliance.first()) ? alliance.second() : alliance.first();
            shown.put(
                    company + "/" + deal.at("/ownOpportunity").asString(),
                    credit(reader, deal.at("/deal").asString()));
        });
        return shown;
    }

    private Map<String, BigInteger> credit(String reader, String deal) {
        var credit = new TreeMap<String, BigInteger>();
        var answer = api().as(reader, "finance").get(alliance.in("credit") + "/deals/" + deal);
        if (answer.status() == 200) {
            answer.json()
                    .at("/credits")
                    .forEach(part -> credit.put(
                            part.at("/company").asString() + "/"
                                    + part.at("/rep").asString(),
                            money(part.at("/amount")).amountMinor()));
        }
        return credit;
    }

    private void own(java.util.function.BiConsumer<String, JsonNode> each) {
        for (var company : List.of(alliance.first(), alliance.second())) {
            api().as(company, "finance").all(alliance.in("accounts") + "/deals").stream()
                    .filter(deal -> deal.at("/owner").asString().equals(company))
                    .forEach(deal -> each.accept(company, deal));
        }
    }

    /// What stands posted at the end of the period, in all.
    Map<String, BigInteger> closing(String period) {
        var closing = new TreeMap<String, BigInteger>();
        var report = api().as(alliance.first(), "finance")
                .get(alliance.in("credit") + "/report?period=" + period)
                .expect(200);
        report.json()
                .at("/joint/totals")
                .forEach(total -> closing.put(
                        total.at("/currency").asString(),
                        money(total.at("/closing")).amountMinor()));
        return closing;
    }

    /// Entries that do not balance, or that the platform itself finds changed.
    List<String> journalFaults() {
        var finance = api().as(alliance.second(), "finance");
        var path = alliance.in("credit") + "/journal";
        var faults = new java.util.ArrayList<String>();
        for (var entry : finance.all(path)) {
            var sum = BigInteger.ZERO;
            for (var line : entry.at("/lines")) {
                sum = sum.add(money(line.at("/amount")).amountMinor());
            }
            if (sum.signum() != 0) {
                faults.add("entry " + entry.at("/seq") + " is out of balance by " + sum);
            }
        }
        finance.get(path + "/verification").expect(200).json().at("/findings").forEach(each -> faults.add("" + each));
        return faults;
    }

    /// RepIds by `company/crmUser`.
    Map<String, String> reps() {
        var reps = new TreeMap<String, String>();
        for (var company : List.of(alliance.first(), alliance.second())) {
            for (var rep : api().as(company, "admin").all("/roster/reps")) {
                var twice = reps.put(
                        company + "/" + rep.at("/crmUser").asString(),
                        rep.at("/rep").asString());
                if (twice != null) {
                    throw new AssertionError("two reps for one user: " + rep);
                }
            }
        }
        return reps;
    }

    private static Money money(JsonNode amount) {
        return Money.of(amount.at("/amount").asString(), amount.at("/currency").asString());
    }
}
