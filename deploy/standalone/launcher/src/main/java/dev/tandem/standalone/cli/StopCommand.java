package dev.tandem.standalone.cli;

import dev.tandem.standalone.platform.DataFolder;
import dev.tandem.standalone.platform.Orphans;
import dev.tandem.standalone.platform.PidFile;
import dev.tandem.standalone.platform.Settings;
import java.io.PrintStream;

/// Ends the launcher, which stops its processes in order, and then whatever is left.
final class StopCommand {
    private StopCommand() {}

    static int run(Settings settings, PrintStream out) {
        var data = new DataFolder(settings.data());
        var launcher = PidFile.read(data.launcherPid()).flatMap(PidFile::process);
        launcher.ifPresent(Orphans::end);
        Orphans.end(data, out::println);
        out.println(launcher.isPresent() ? "stopped" : "no launcher was running on " + settings.data());
        return 0;
    }
}
