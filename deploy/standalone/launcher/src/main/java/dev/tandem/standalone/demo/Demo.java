package dev.tandem.standalone.demo;

import dev.tandem.standalone.client.Answer;
import dev.tandem.standalone.client.Api;
import dev.tandem.standalone.client.Crm;
import dev.tandem.standalone.client.Patience;
import dev.tandem.standalone.platform.Platform;
import dev.tandem.standalone.platform.PlatformException;
import java.io.PrintStream;
import java.util.List;

/// Plays the story against a platform that is up, through its public API and topics alone. Starting and stopping is not
/// its business. Each step does what is still to be done, so that a story can be played again, or to its end after an
/// interruption.
public final class Demo {
    private Demo() {}

    /// @return the exit code of the command: 0 when the story went as it should
    public static int play(Platform platform, PrintStream out) {
        try (var stage = Stage.on(platform, Narrator.of(out))) {
            return play(stage);
        }
    }

    static int play(Stage stage) {
        try {
            tell(stage);
            return 0;
        } catch (StoryBroken
                | Patience.GivenUp
                | Answer.Unexpected
                | Api.Unreachable
                | Crm.NotSent
                | PlatformException failure) {
            stage.narrator().failed(String.valueOf(failure.getMessage()));
            return 1;
        }
    }

    private static void tell(Stage stage) {
        if (Agreeing.isBegun(stage)) {
            stage.narrator().plain("This story was played on this data before: what was done is not done again, and");
            stage.narrator().plain("this is what it came to.");
        }
        Founding.play(stage);
        Loading.play(stage);
        var partnership = Agreeing.play(stage);
        var joint = Aligning.play(stage, partnership);
        Showing.sheet(stage, partnership, joint);
        Showing.counterparts(stage, partnership, joint);
        Booking.play(stage, partnership, joint);
        var deal = Winning.play(stage, partnership);
        Reporting.play(stage, partnership);
        Outsider.play(
                stage,
                List.of(
                        Paths.roster(partnership),
                        Paths.of(partnership) + "/overlap",
                        Paths.jointAccount(partnership, joint) + "/sheet",
                        Paths.of(partnership) + "/deals/" + deal,
                        Paths.credit(partnership) + "/deals/" + deal));
    }
}
