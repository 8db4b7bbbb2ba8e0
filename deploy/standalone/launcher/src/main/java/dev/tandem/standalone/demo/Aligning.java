package dev.tandem.standalone.demo;

import static dev.tandem.standalone.demo.Stage.ACME;
import static dev.tandem.standalone.demo.Stage.GLOBEX;

import dev.tandem.samples.Story;
import dev.tandem.standalone.client.Patience.Look;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// Tandem finds out which of Acme's accounts are which of Globex's, and why.
final class Aligning {
    private static final int EXAMPLES = 3;
    private static final String TOPIC = "tandem.alignments";

    private final Stage stage;
    private final String partnership;

    private Aligning(Stage stage, String partnership) {
        this.stage = stage;
        this.partnership = partnership;
    }

    /// @return the joint account of the story
    static String play(Stage stage, String partnership) {
        stage.narrator().act("Which of Acme's accounts are which of Globex's, and why");
        return new Aligning(stage, partnership).play();
    }

    private String play() {
        var matrix = stage.patience()
                .until("the overlap to be complete", new Settling<>(() -> matrix(ACME), found -> found.sum() > 0));
        var seen = Joint.both(stage, partnership);
        var published = stage.patience().until("all joint accounts on " + TOPIC, () -> published(seen));
        var flagship = seen.getFirst()
                .with(Story.ACME_ACCOUNT)
                .orElseThrow(() -> new StoryBroken("Acme does not see " + Story.ACME_ACCOUNT + " as a joint account"));
        sayHowMany(seen, published);
        examples(seen.getFirst(), flagship).forEach(row -> stage.narrator().say("found", found(row)));
        sayMatrix(matrix);
        return flagship;
    }

    private Matrix matrix(String company) {
        return Matrix.of(stage.manager(company)
                .get(Paths.of(partnership) + "/overlap/matrix")
                .expect(200)
                .json());
    }

    /// The joint accounts that both sides see.
    private Look<List<JsonNode>> published(List<Joint> seen) {
        var all = stage.topic(TOPIC).read(_ -> true);
        all.values()
                .removeIf(joint -> !joint.path("partnership").asString("").equals(partnership)
                        || joint.path("members").isEmpty());
        var awaited = new HashSet<>(seen.getFirst().rows().keySet());
        awaited.retainAll(seen.getLast().rows().keySet());
        return all.keySet().containsAll(awaited) ? Look.seen(List.copyOf(all.values())) : Look.notYet(all.size());
    }

    private void sayHowMany(List<Joint> seen, List<JsonNode> published) {
        stage.narrator()
                .say(
                        "joint",
                        "%s; as the sharing rules are, Acme sees %s of them row by row, Globex %s"
                                .formatted(
                                        Narrator.count(published.size(), "joint account"),
                                        Narrator.number(seen.getFirst().rows().size()),
                                        Narrator.number(seen.getLast().rows().size())));
        stage.narrator()
                .say("truth", Scores.of(stage.world().truth(), published).sentence());
    }

    private static Stream<JsonNode> examples(Joint seen, String flagship) {
        var others = seen.rows().entrySet().stream()
                .filter(row -> !row.getKey().equals(flagship))
                .map(Map.Entry::getValue);
        return Stream.concat(Stream.ofNullable(seen.rows().get(flagship)), others)
                .limit(EXAMPLES);
    }

    private static String found(JsonNode row) {
        return "“%s” is Globex's “%s”: %s"
                .formatted(
                        row.path("own").path("name").asString(""),
                        row.path("partners").path(0).path("fields").path("name").asString(""),
                        because(row.path("because")));
    }

    static String because(JsonNode evidence) {
        return StreamSupport.stream(evidence.spliterator(), false)
                .map(each -> each.path("because").path("sentence").asString(""))
                .collect(Collectors.joining(" "));
    }

    private void sayMatrix(Matrix acme) {
        var globex = matrix(GLOBEX).turned();
        StoryBroken.unless(
                acme.cells().equals(globex.cells()),
                "the two sides count differently: Acme " + acme.cells() + ", Globex " + globex.cells());
        stage.narrator().table(acme.table("Acme", "Globex"));
        stage.narrator()
                .say(
                        "both",
                        "Globex reads the same numbers in each of the "
                                + acme.cells().size() + " cells");
    }
}
