package dev.tandem.standalone.demo;

import static dev.tandem.standalone.demo.Stage.ACME;
import static dev.tandem.standalone.demo.Stage.GLOBEX;

import dev.tandem.contracts.Money;
import dev.tandem.samples.SampleEvent;
import dev.tandem.samples.Story;
import dev.tandem.standalone.client.Answer;
import dev.tandem.standalone.client.Patience.Look;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The deal is won, amended and partly refunded in Acme's CRM; each time the difference is posted, and nothing edited.
final class Winning {
    private final Stage stage;
    private final String partnership;

    private Winning(Stage stage, String partnership) {
        this.stage = stage;
        this.partnership = partnership;
    }

    /// @return the deal
    static String play(Stage stage, String partnership) {
        stage.narrator().act("The deal is won in Acme's CRM, then amended, then partly refunded");
        return new Winning(stage, partnership).play();
    }

    private String play() {
        var story = stage.world().story();
        var deal = step("won", story.won(), Story.WON_AMOUNT);
        step("amended", story.amended(), Story.AMENDED_AMOUNT);
        step("refunded", story.refunded(), net());
        sayEntries(deal);
        return deal;
    }

    private static String net() {
        var before = Money.of(Story.AMENDED_AMOUNT, "USD");
        return before.minus(Money.of(Story.REFUNDED_AMOUNT, "USD")).amount();
    }

    /// Sends it, unless it was sent before, and waits until an entry says so.
    private String step(String what, SampleEvent event, String net) {
        if (!isPosted(net)) {
            stage.crm().send(List.of(event));
        }
        var deal = stage.patience().until("the deal that Acme's CRM says is " + what, this::deal);
        stage.patience().until("an entry over " + net + " USD for the deal that is " + what, () -> {
            var found = hasEntry(deal, net);
            return found ? Look.seen(net) : Look.notYet("no such entry");
        });
        return deal;
    }

    private boolean isPosted(String net) {
        return deal() instanceof Look.Seen<String>(var deal) && hasEntry(deal, net);
    }

    private boolean hasEntry(String deal, String net) {
        var answer = credit(ACME, deal);
        return answer.status() != 404 && hasEntry(answer.expect(200).json(), net);
    }

    private static boolean hasEntry(JsonNode credit, String net) {
        return Showing.elements(credit.path("entries")).stream()
                .anyMatch(entry -> entry.path("deal")
                        .path("net")
                        .path("amount")
                        .asString("")
                        .equals(net));
    }

    private Look<String> deal() {
        return stage.finance(ACME).all(Paths.of(partnership) + "/deals").stream()
                .filter(deal -> deal.path("ownOpportunity").asString("").equals(Story.ACME_OPPORTUNITY.value()))
                .map(deal -> Look.seen(deal.path("deal").asString()))
                .findFirst()
                .orElseGet(() -> Look.notYet("no such deal"));
    }

    private void sayEntries(String deal) {
        var credit = credit(ACME, deal).expect(200).json();
        var names = names(deal);
        Showing.elements(credit.path("entries")).forEach(entry -> sayEntry(entry, names));
        Showing.elements(credit.path("credits"))
                .forEach(now -> stage.narrator()
                        .say("stands", "%s: %s".formatted(who(now, names), Amounts.text(now.path("amount")))));
    }

    private void sayEntry(JsonNode entry, Map<String, String> names) {
        stage.narrator()
                .say(
                        "entry " + entry.path("seq").asString(),
                        "the deal is worth %s, effective %s"
                                .formatted(
                                        Amounts.text(entry.path("deal").path("net")),
                                        entry.path("deal").path("effectiveDate").asString("")));
        Showing.elements(entry.path("lines")).stream()
                .filter(line -> !line.path("rep").asString("").isEmpty())
                .forEach(line -> stage.narrator()
                        .say(
                                "",
                                "%s to %s. %s"
                                        .formatted(
                                                Amounts.text(line.path("amount")),
                                                who(line, names),
                                                line.path("because")
                                                        .path("sentence")
                                                        .asString(""))));
    }

    /// Each company's finance reads the names of its own reps at least; this story is told by somebody who hears both.
    private Map<String, String> names(String deal) {
        var byRep = new HashMap<String, String>();
        for (var company : List.of(ACME, GLOBEX)) {
            credit(company, deal)
                    .expect(200)
                    .json()
                    .path("names")
                    .forEach(name -> byRep.put(
                            name.path("rep").asString(), name.path("name").asString()));
        }
        return byRep;
    }

    private Answer credit(String company, String deal) {
        return stage.finance(company).get(Paths.credit(partnership) + "/deals/" + deal);
    }

    private static String who(JsonNode line, Map<String, String> names) {
        var rep = line.path("rep").asString("");
        return names.getOrDefault(rep, "rep " + rep) + " ("
                + line.path("company").asString("") + ")";
    }
}
