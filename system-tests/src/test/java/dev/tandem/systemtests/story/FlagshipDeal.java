package dev.tandem.systemtests.story;

import static dev.tandem.systemtests.running.RunningPlatform.api;

import dev.tandem.samples.SampleEvent;
import dev.tandem.samples.Story;
import dev.tandem.standalone.client.Answer;
import dev.tandem.standalone.client.Patience.Look;
import dev.tandem.systemtests.alliance.Alliance;
import dev.tandem.systemtests.alliance.Samples;
import dev.tandem.systemtests.running.RunningPlatform;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Acme's opportunity on the flagship, from CRM event to both companies' credit.
record FlagshipDeal(Alliance alliance) {

    /// Sends the event and waits until each company has exactly its part; decimals are those of USD.
    void follow(SampleEvent event, String net, String acme, String globex) {
        try (var crm = RunningPlatform.crm()) {
            crm.send(List.of(event));
        }
        var expected = net + " acme=" + acme + " globex=" + globex;
        Samples.until("credit of " + expected, () -> {
            var seen = credit();
            return seen.equals(expected) ? Look.seen(seen) : Look.notYet(seen);
        });
    }

    private String credit() {
        for (var deal : api().as("acme", "finance").all(alliance.in("accounts") + "/deals")) {
            if (deal.at("/ownOpportunity").asString("").equals(Story.ACME_OPPORTUNITY.value())) {
                return credit(api().as("globex", "finance")
                        .get(alliance.in("credit") + "/deals/"
                                + deal.at("/deal").asString()));
            }
        }
        return "no deal";
    }

    private static String credit(Answer answer) {
        if (answer.status() == 404) {
            return "no credit";
        }
        var credit = answer.expect(200).json();
        var parts = new TreeMap<String, String>();
        credit.at("/credits").forEach(part -> parts.put(part.at("/company").asString(), amount(part.at("/amount"))));
        var text = new StringBuilder(amount(credit.at("/deal/net")));
        parts.forEach((company, amount) ->
                text.append(' ').append(company).append('=').append(amount));
        return text.toString();
    }

    private static String amount(JsonNode money) {
        return money.at("/amount").asString();
    }
}
