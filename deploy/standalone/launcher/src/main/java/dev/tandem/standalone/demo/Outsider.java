package dev.tandem.standalone.demo;

import java.util.List;

/// A third company asks for what belongs to the two.
final class Outsider {
    static final String INITECH = "initech";

    private Outsider() {}

    /// @param paths what the two have just read
    static void play(Stage stage, List<String> paths) {
        stage.narrator().act("Initech, a third company, asks for the same");
        for (var path : paths) {
            var status = stage.manager(INITECH).get(path).status();
            StoryBroken.unless(status == 404, "GET " + path + " answered a third company with " + status);
            stage.narrator().copyable("404", "GET " + path);
        }
    }
}
