package dev.tandem.standalone.demo;

import static dev.tandem.standalone.demo.Stage.ACME;
import static dev.tandem.standalone.demo.Stage.GLOBEX;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.samples.ObjectRef;
import dev.tandem.samples.Outcome;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Each side enters joint accounts into the shared book; one that both entered alike is agreed, and its deals count.
final class Booking {
    private static final int OTHERS = 7;
    private static final Set<Outcome> SOLD = EnumSet.of(
            Outcome.WON,
            Outcome.AMENDED,
            Outcome.PARTLY_REFUNDED,
            Outcome.FULLY_REFUNDED,
            Outcome.REOPENED,
            Outcome.WON_AGAIN);

    private final Stage stage;
    private final String partnership;

    private Booking(Stage stage, String partnership) {
        this.stage = stage;
        this.partnership = partnership;
    }

    static void play(Stage stage, String partnership, String flagship) {
        stage.narrator().act("Both sides put joint accounts into the shared book, each its own entry");
        new Booking(stage, partnership).play(flagship);
    }

    private void play(String flagship) {
        say("by Acme", enter(ACME, flagship, "A", ACME));
        say("by Globex", enter(GLOBEX, flagship, "A", ACME));
        var others = others(flagship);
        others.forEach(joint -> List.of(ACME, GLOBEX).forEach(company -> enter(company, joint, "B", GLOBEX)));
        stage.narrator()
                .say(
                        "the book",
                        "%s more, tier B, lead Globex; %s in all"
                                .formatted(
                                        Narrator.count(others.size(), "joint account"),
                                        Narrator.number(stage.manager(ACME)
                                                .all(Paths.of(partnership) + "/book")
                                                .size())));
    }

    private void say(String label, String state) {
        stage.narrator().say(label, "tier A, lead Acme: " + state);
    }

    /// @return how far the parties are then
    private String enter(String company, String joint, String tier, String lead) {
        var path = Paths.jointAccount(partnership, joint) + "/book-entry";
        var now = stage.manager(company).get(path).expect(200);
        if (!hasEntry(now.json(), company)) {
            var entry = Texts.BOOK_ENTRY.formatted(tier, lead);
            now = stage.manager(company).put(path, now.etag(), entry).expect(200);
        }
        var next = now.json().path("next").path(0);
        return "%s; next: %s, “%s”"
                .formatted(
                        now.json().path("status").asString("").toLowerCase(Locale.ROOT),
                        next.path("company").asString(""),
                        next.path("reason").path("sentence").asString(""));
    }

    private static boolean hasEntry(JsonNode state, String company) {
        return Showing.elements(state.path("entries")).stream()
                .anyMatch(entry -> entry.path("company").asString("").equals(company));
    }

    /// Those that both sides see, and on which something will be sold.
    private List<String> others(String flagship) {
        var others = new ArrayList<String>();
        var seen = Joint.both(stage, partnership);
        for (var of : seen) {
            var sold = soldOn(of.company());
            of.rows().values().stream()
                    .filter(row ->
                            sold.contains(new CrmId(row.path("ownAccount").asString())))
                    .map(row -> row.path("jointAccount").asString())
                    .filter(joint -> seen.stream().allMatch(side -> side.rows().containsKey(joint)))
                    .filter(joint -> !joint.equals(flagship) && !others.contains(joint))
                    .limit(OTHERS)
                    .forEach(others::add);
        }
        return others.stream().sorted().limit(OTHERS).toList();
    }

    private Set<CrmId> soldOn(String company) {
        var truth = stage.world().truth();
        var accounts = new HashSet<CrmId>();
        truth.outcomes().forEach((opportunity, outcome) -> {
            if (opportunity.company().equals(new CompanyId(company)) && SOLD.contains(outcome)) {
                accounts.add(accountOf(opportunity));
            }
        });
        return accounts;
    }

    private CrmId accountOf(ObjectRef opportunity) {
        var state = Objects.requireNonNull(stage.world().truth().atEnd().get(opportunity));
        return new CrmId(Objects.requireNonNull(state.fields().get("accountId")));
    }
}
