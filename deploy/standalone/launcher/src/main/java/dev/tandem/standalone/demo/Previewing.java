package dev.tandem.standalone.demo;

import dev.tandem.standalone.client.Patience.Look;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Before anybody signs, each side sees what of its own would cross.
final class Previewing {
    private final Stage stage;
    private final String partnership;
    private final int revision;

    private Previewing(Stage stage, String partnership, int revision) {
        this.stage = stage;
        this.partnership = partnership;
        this.revision = revision;
    }

    static void play(Stage stage, String partnership, int revision) {
        List.of(Stage.ACME, Stage.GLOBEX).forEach(new Previewing(stage, partnership, revision)::show);
    }

    private void show(String company) {
        var tail = "/revisions/" + revision + "/preview";
        var preview = stage.patience().until("the preview of revision " + revision, () -> {
            var answer = stage.manager(company).get(Paths.of(partnership) + tail);
            return answer.status() == 404
                    ? Look.notYet("not known")
                    : Look.seen(answer.expect(200).json());
        });
        var people =
                stage.manager(company).all(Paths.roster(partnership) + tail).size();
        var segments = Showing.elements(preview.path("populations")).stream()
                .map(Previewing::segment)
                .collect(Collectors.joining("; "));
        stage.narrator()
                .say(
                        "preview",
                        "%s shows, where accounts overlap, %s; and of %s who may own one, the names"
                                .formatted(company, segments, Narrator.count(people, "rep")));
    }

    private static String segment(JsonNode segment) {
        var fields = Showing.elements(segment.path("fields")).stream()
                .map(JsonNode::asString)
                .collect(Collectors.joining(", "));
        return "of %s %s: %s"
                .formatted(
                        Narrator.number(segment.path("accounts").asLong()), word(segment.path("population")), fields);
    }

    private static String word(JsonNode code) {
        return code.asString("").toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
