package dev.tandem.systemtests.kill;

import static dev.tandem.systemtests.running.RunningPlatform.api;

import dev.tandem.systemtests.alliance.Alliance;
import dev.tandem.systemtests.running.OutTopic;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// All that a company can read of an alliance, as text by where it was read.
record Reading(Alliance alliance) {
    private static final List<String> ROLES = List.of("alliance-manager", "finance", "rep", "crm", "admin");

    Map<String, String> by(String company) {
        var texts = new TreeMap<String, String>();
        for (var role : ROLES) {
            for (var path : paths()) {
                texts.put(role + " " + path, api().as(company, role).get(path).body());
            }
        }
        for (var told : OutTopic.of(company).all()) {
            texts.merge("crm." + company + ".out " + told.key(), told.body(), String::concat);
        }
        return texts;
    }

    private List<String> paths() {
        return List.of(
                alliance.in("accounts") + "/overlap?limit=200",
                alliance.in("accounts") + "/overlap/matrix",
                alliance.in("accounts") + "/book?limit=200",
                alliance.in("accounts") + "/deals?limit=200",
                alliance.in("accounts") + "/revisions/1/preview",
                "/accounts/accounts?limit=200",
                "/accounts/receipts?limit=200",
                "/accounts/data-use",
                "/accounts/parked?limit=200",
                alliance.path() + "/counterparts?limit=200",
                alliance.path(),
                "/roster/reps?limit=200",
                alliance.in("credit") + "/report?period=" + Comparison.PERIOD,
                alliance.in("credit") + "/journal?limit=200");
    }
}
