package dev.tandem.standalone.demo;

import static dev.tandem.standalone.demo.Stage.ACME;
import static dev.tandem.standalone.demo.Stage.GLOBEX;

import dev.tandem.standalone.client.Answer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The two companies form a partnership and sign one agreement.
final class Agreeing {
    private static final String ALL = "/roster/partnerships";
    private static final String NAME = "Acme and Globex";

    private final Stage stage;

    private Agreeing(Stage stage) {
        this.stage = stage;
    }

    /// @return the path segment of the partnership
    static String play(Stage stage) {
        stage.narrator().act("Acme invites Globex; both sign one agreement, and nothing crosses before");
        return new Agreeing(stage).play();
    }

    /// Whether the two companies are partners already.
    static boolean isBegun(Stage stage) {
        return new Agreeing(stage).found().isPresent();
    }

    private String play() {
        var partnership = found().orElseGet(this::invited);
        accept(partnership);
        if (inForce(partnership) == 0) {
            agree(partnership);
        }
        say(partnership);
        return partnership;
    }

    private Optional<String> found() {
        return stage.manager(ACME).all(ALL).stream()
                .filter(each -> each.path("name").asString("").equals(NAME))
                .filter(each -> List.of("INVITED", "ACTIVE")
                        .contains(each.path("status").asString("")))
                .map(each -> each.path("partnership").asString())
                .findFirst();
    }

    private String invited() {
        var withoutReason = stage.manager(ACME).post(ALL, Stage.key("no-reason"), Texts.INVITATION_WITHOUT_REASON);
        refused("no reason", withoutReason.expect(400));
        return stage.manager(ACME)
                .post(ALL, Stage.key("invitation"), Texts.INVITATION)
                .expect(201)
                .json()
                .path("partnership")
                .asString();
    }

    private void refused(String what, Answer answer) {
        var violation = answer.json().path("violations").path(0);
        stage.narrator()
                .say(
                        what,
                        "refused (%d): %s: %s"
                                .formatted(
                                        answer.status(),
                                        violation.path("field").asString(""),
                                        violation.path("message").asString("")));
    }

    private void accept(String partnership) {
        var seen = stage.manager(GLOBEX).get(path(partnership)).expect(200);
        if (seen.json().path("status").asString("").equals("INVITED")) {
            stage.manager(GLOBEX)
                    .post(path(partnership) + "/acceptance", Stage.key("acceptance"), seen.etag(), null)
                    .expect(200);
        }
        var reason =
                seen.json().path("invitation").path("reason").path("sentence").asString("");
        stage.narrator().say("invited", "by Acme: “" + reason + "” Accepted by Globex.");
    }

    private void agree(String partnership) {
        var revisions = path(partnership) + "/revisions";
        var badPolicy = stage.manager(ACME)
                .post(revisions, Stage.key("99-percent"), etag(ACME, partnership), Texts.revision("39%"));
        refused("99 %", badPolicy.expect(400));
        var number = open(partnership)
                .orElseGet(() -> stage.manager(ACME)
                        .post(revisions, Stage.key("revision"), etag(ACME, partnership), Texts.revision("40%"))
                        .expect(201)
                        .json()
                        .path("number")
                        .asInt());
        Previewing.play(stage, partnership, number);
        List.of(ACME, GLOBEX).forEach(company -> stateFit(company, partnership));
        List.of(ACME, GLOBEX).forEach(company -> sign(company, partnership, number));
    }

    private Optional<Integer> open(String partnership) {
        return revisions(partnership).stream()
                .filter(revision -> revision.path("status").asString("").equals("PROPOSED"))
                .map(revision -> revision.path("number").asInt())
                .findFirst();
    }

    /// Nobody signs before each party said that the partnership fits, and why.
    private void stateFit(String company, String partnership) {
        stage.manager(company)
                .post(path(partnership) + "/fit", Stage.key("fit-" + company), etag(company, partnership), Texts.FIT)
                .expect(200);
    }

    private void sign(String company, String partnership, int number) {
        var path = path(partnership) + "/revisions/" + number;
        var signed = new ArrayList<String>();
        stage.manager(company)
                .get(path)
                .expect(200)
                .json()
                .path("signatures")
                .forEach(signature -> signed.add(signature.path("company").asString()));
        if (!signed.contains(company)) {
            stage.manager(company)
                    .post(path + "/signature", Stage.key("signature-" + company), etag(company, partnership), null)
                    .expect(200);
        }
    }

    private void say(String partnership) {
        var number = inForce(partnership);
        StoryBroken.unless(number > 0, "both have signed, and no revision is in force");
        var revision = revisions(partnership).get(number - 1);
        var since = Instant.parse(revision.path("inForceFrom").asString("")).truncatedTo(ChronoUnit.SECONDS);
        stage.narrator()
                .say(
                        "in force",
                        "revision %d, signed by both, since %s: the owner of a deal is credited with 60 %%, "
                                        .formatted(number, since)
                                + "the counterpart with 40 %");
    }

    private int inForce(String partnership) {
        return stage.manager(ACME)
                .get(path(partnership))
                .expect(200)
                .json()
                .path("inForce")
                .asInt(0);
    }

    private List<JsonNode> revisions(String partnership) {
        var revisions = new ArrayList<JsonNode>();
        stage.manager(ACME)
                .get(path(partnership))
                .expect(200)
                .json()
                .path("revisions")
                .forEach(revisions::add);
        return revisions;
    }

    private String etag(String company, String partnership) {
        return stage.manager(company).get(path(partnership)).expect(200).etag();
    }

    private static String path(String partnership) {
        return ALL + "/" + partnership;
    }
}
