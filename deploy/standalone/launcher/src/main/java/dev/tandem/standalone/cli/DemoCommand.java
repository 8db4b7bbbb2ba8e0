package dev.tandem.standalone.cli;

import dev.tandem.standalone.demo.Demo;
import dev.tandem.standalone.platform.Settings;
import java.io.PrintStream;

/// `up`, then the story; afterwards the platform stays, or goes with `--once`.
final class DemoCommand {
    private DemoCommand() {}

    static int run(Settings settings, boolean once, PrintStream out) {
        var platform = UpCommand.start(settings, out);
        var exitCode = Demo.play(platform, out);
        if (!once && exitCode == 0) {
            out.println(UpCommand.whereabouts(settings));
            UpCommand.awaitSignal();
        }
        return exitCode;
    }
}
