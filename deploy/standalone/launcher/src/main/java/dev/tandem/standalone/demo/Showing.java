package dev.tandem.standalone.demo;

import static dev.tandem.standalone.demo.Stage.ACME;
import static dev.tandem.standalone.demo.Stage.GLOBEX;

import dev.tandem.samples.Story;
import dev.tandem.standalone.client.Patience.Look;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// One joint account from all sides: the sheet, what the other's CRM is told, and who works with whom.
final class Showing {
    private final Stage stage;
    private final String partnership;
    private final String joint;

    private Showing(Stage stage, String partnership, String joint) {
        this.stage = stage;
        this.partnership = partnership;
        this.joint = joint;
    }

    static void sheet(Stage stage, String partnership, String joint) {
        stage.narrator().act("The joint account on one sheet, and what Globex's CRM is told of it");
        new Showing(stage, partnership, joint).sheet();
    }

    static void counterparts(Stage stage, String partnership, String joint) {
        stage.narrator().act("Who works with whom");
        new Showing(stage, partnership, joint).counterparts();
    }

    private void sheet() {
        var path = Paths.jointAccount(partnership, joint) + "/sheet";
        var sheet =
                stage.manager(ACME).get(path, "application/json").expect(200).json();
        var own = sheet.path("own");
        stage.narrator()
                .say(
                        "Acme",
                        "%s, owner %s; level %s"
                                .formatted(
                                        name(own.path("fields")),
                                        own.path("owner").asString("–"),
                                        level(own)));
        stage.narrator().say("shows", fields(own.path("shownFields")));
        sheet.path("partners")
                .forEach(partner -> stage.narrator().say("Globex", "shows " + fields(partner.path("fields"))));
        sheet.path("book")
                .path("next")
                .forEach(next -> stage.narrator()
                        .say(
                                "next",
                                next.path("company").asString("") + ": "
                                        + next.path("reason").path("sentence").asString("")));
        var page = stage.manager(ACME).get(path, "text/html").expect(200).body();
        stage.narrator().copyable("as HTML", Files.keep(stage.folder(), "sheet-acme.html", page));
        told();
    }

    private void told() {
        var key = "account/" + joint + "/" + Story.GLOBEX_ACCOUNT;
        var told = stage.patience().until("crm.globex.out to hold " + key, () -> {
            var held = stage.topic("crm.globex.out").read(key::equals);
            return held.containsKey(key) ? Look.seen(held.get(key)) : Look.notYet("nothing there");
        });
        StoryBroken.unless(
                told.path("@type").asString("").equals("AccountAligned"), "crm.globex.out holds " + told.path("@type"));
        var partner = told.path("partners").path(0);
        stage.narrator()
                .say(
                        "told",
                        "crm.globex.out, upsert key %s: %s has it too: %s"
                                .formatted(
                                        told.path("ownAccount").asString(""),
                                        partner.path("company").asString(""),
                                        fields(partner.path("fields"))));
    }

    private void counterparts() {
        var path = Paths.roster(partnership) + "/counterparts";
        var pair = stage.patience().until("a counterpart on each side of the joint account", () -> {
            var rows = stage.manager(ACME)
                    .get(path + "?jointAccount=" + joint)
                    .expect(200)
                    .json()
                    .path("items");
            var people = rows.path(0).path("counterparts");
            return people.size() >= 2 ? Look.seen(people) : Look.notYet(people.size());
        });
        pair.forEach(this::person);
        var rows = stage.manager(ACME).all(path);
        var gaps = rows.stream()
                .flatMap(row -> elements(row.path("gaps")).stream())
                .toList();
        stage.narrator()
                .say(
                        "covered",
                        "%s mapped; %s"
                                .formatted(
                                        Narrator.count(rows.size(), "joint account"),
                                        Narrator.count(gaps.size(), "coverage gap")
                                                + (gaps.isEmpty()
                                                        ? ""
                                                        : ", for instance: " + because(gaps.getFirst()))));
        var own = stage.api().as(GLOBEX, "rep", Story.GLOBEX_REP.value()).all("/roster/me/counterparts");
        stage.narrator()
                .say(
                        "Jonas",
                        "Petersen of Globex reads his own list: %s with a counterpart at Acme"
                                .formatted(Narrator.count(own.size(), "joint account")));
    }

    private void person(JsonNode person) {
        stage.narrator()
                .say(
                        person.path("company").asString(""),
                        "%s: %s".formatted(name(person.path("fields")), because(person)));
    }

    private static String because(JsonNode of) {
        var because = of.has("because") ? of.path("because") : of.path("reason");
        return because.path("sentence").asString("");
    }

    private static String name(JsonNode fields) {
        return fields.path("name").asString("(no name shown)");
    }

    private static String level(JsonNode own) {
        return own.path("level").asString("").toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String fields(JsonNode fields) {
        return fields.propertyStream()
                .map(field -> field.getKey() + " “" + field.getValue().asString("") + "”")
                .collect(Collectors.joining(", "));
    }

    static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
