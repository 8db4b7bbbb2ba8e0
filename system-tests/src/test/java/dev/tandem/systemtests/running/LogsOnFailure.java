package dev.tandem.systemtests.running;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/// Prints where a failure shows in the logs: of each process the last lines that are errors, and the very
/// last lines of one that has none.
public final class LogsOnFailure implements TestWatcher {
    private static final int LINES = 8;
    private static final long TAIL_BYTES = 400_000;

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        System.out.println("== logs after the failure of " + context.getDisplayName() + ", from "
                + RunningPlatform.logs().toAbsolutePath());
        try (var logs = Files.list(RunningPlatform.logs())) {
            logs.sorted().forEach(LogsOnFailure::print);
        } catch (IOException e) {
            System.out.println("no logs: " + e);
        }
    }

    private static void print(Path log) {
        var lines = tail(log);
        var bad = new ArrayList<String>();
        for (var line : lines) {
            if (line.contains(" ERROR ") || line.startsWith("Caused by")) {
                bad.add(line);
            }
        }
        var shown = bad.isEmpty() ? lines : bad;
        System.out.println("-- " + log.getFileName());
        shown.subList(Math.max(0, shown.size() - LINES), shown.size()).forEach(System.out::println);
    }

    private static List<String> tail(Path log) {
        try (var file = Files.newByteChannel(log)) {
            file.position(Math.max(0, file.size() - TAIL_BYTES));
            var end = Channels.newInputStream(file).readAllBytes();
            return new String(end, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of("unreadable: " + e);
        }
    }
}
