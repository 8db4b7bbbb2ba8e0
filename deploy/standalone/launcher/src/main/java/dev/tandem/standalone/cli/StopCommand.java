package dev.tandem.standalone.cli;

import dev.tandem.standalone.platform.DataFolder;
import dev.tandem.standalone.platform.Orphans;
import dev.tandem.standalone.platform.PidFile;
import dev.tandem.standalone.platform.Settings;
import java.io.PrintStream;
import java.time.Duration;

/// Ends the launcher, which stops its processes in order, and then whatever is left.
final class StopCommand {
    /// Three stages, each of which may use its own half minute.
    private static final Duration LAUNCHER_PATIENCE = Duration.ofSeconds(100);

    private StopCommand() {}

    static int run(Settings settings, PrintStream out) {
        var data = new DataFolder(settings.data());
        var launcher = PidFile.read(data.launcherPid()).flatMap(PidFile::process);
        launcher.ifPresent(process -> Orphans.end(process, LAUNCHER_PATIENCE));
        Orphans.end(data, out::println);
        out.println(launcher.isPresent() ? "stopped" : "no launcher was running on " + settings.data());
        return 0;
    }
}
