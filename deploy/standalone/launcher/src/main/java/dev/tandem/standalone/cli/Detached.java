package dev.tandem.standalone.cli;

import dev.tandem.standalone.platform.PlatformException;
import dev.tandem.standalone.platform.Settings;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `up` in a session of its own, so that it outlives this one; its lines are shown until it is up or has failed.
final class Detached {
    private static final int POLL_MS = 50;

    private Detached() {}

    static int run(Settings settings, Arguments arguments, PrintStream out) {
        var log = settings.data().resolve("logs/launcher.log");
        try {
            Files.createDirectories(log.getParent());
            Files.writeString(log, "");
            var launcher = new ProcessBuilder(command(settings.home(), arguments))
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return follow(launcher, log, out);
        } catch (IOException e) {
            throw new PlatformException("cannot detach: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static List<String> command(Path home, Arguments arguments) {
        var session = Files.isExecutable(Path.of("/usr/bin/setsid")) ? "setsid" : "nohup";
        var command = new ArrayList<>(List.of(session, home.resolve("tandem").toString(), "up"));
        arguments.given().forEach((option, value) -> {
            if (!option.isFlag()) {
                command.add(option.option() + "=" + value);
            }
        });
        return command;
    }

    private static int follow(Process launcher, Path log, PrintStream out) throws IOException, InterruptedException {
        try (var lines = Files.newBufferedReader(log)) {
            while (launcher.isAlive()) {
                if (show(lines, out)) {
                    return 0;
                }
                Thread.sleep(POLL_MS);
            }
            show(lines, out);
            return launcher.exitValue();
        }
    }

    /// True once the last line of a good start was shown.
    private static boolean show(BufferedReader lines, PrintStream out) throws IOException {
        for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
            out.println(line);
            if (line.startsWith(UpCommand.LAST_LINE)) {
                return true;
            }
        }
        return false;
    }
}
