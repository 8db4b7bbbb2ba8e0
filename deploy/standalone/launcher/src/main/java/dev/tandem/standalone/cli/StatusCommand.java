package dev.tandem.standalone.cli;

import dev.tandem.standalone.platform.DataFolder;
import dev.tandem.standalone.platform.Part;
import dev.tandem.standalone.platform.PidFile;
import dev.tandem.standalone.platform.Probe;
import dev.tandem.standalone.platform.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A line for each process, from its pid file, whoever started it; exit code 1 unless all of them are healthy.
final class StatusCommand {
    private static final String LINE = "%-17s %-9s %7s %6s %8s%n";

    private StatusCommand() {}

    static int run(Settings settings, PrintStream out) {
        var data = new DataFolder(settings.data());
        out.printf(LINE, "process", "state", "pid", "port", "memory");
        var launcher = PidFile.read(data.launcherPid());
        print("launcher", launcher.flatMap(PidFile::process).isPresent() ? "up" : "down", launcher, out);
        var healthy = 0;
        for (var part : settings.parts()) {
            var pid = PidFile.read(data.pid(part));
            var state = state(part, pid);
            print(part.processName(), state, pid, out);
            healthy += "healthy".equals(state) ? 1 : 0;
        }
        return healthy == settings.parts().size() ? 0 : 1;
    }

    private static String state(Part part, Optional<PidFile> pid) {
        if (pid.flatMap(PidFile::process).isEmpty()) {
            return "down";
        }
        return Probe.of(part, pid.get().port()).isHealthy() ? "healthy" : "unhealthy";
    }

    private static void print(String name, String state, Optional<PidFile> file, PrintStream out) {
        if ("down".equals(state)) {
            out.printf(LINE, name, state, "-", "-", "-");
        } else {
            file.ifPresent(pid ->
                    out.printf(LINE, name, state, pid.pid(), pid.port() == 0 ? "-" : pid.port(), memory(pid.pid())));
        }
    }

    /// Resident memory as Linux tells it; other systems have no such file.
    private static String memory(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                    .findFirst()
                    .orElse("-");
        } catch (IOException noProc) {
            return "-";
        }
    }
}
