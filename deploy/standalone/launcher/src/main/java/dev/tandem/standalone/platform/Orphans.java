package dev.tandem.standalone.platform;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Processes of a launcher that is gone: found by their pid files, and ended only if they are the very ones.
public final class Orphans {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Orphans() {}

    /// Applications first, store and broker last.
    public static void end(DataFolder data, Consumer<String> say) {
        for (var part : Arrays.asList(Part.values()).reversed()) {
            PidFile.read(data.pid(part)).flatMap(PidFile::process).ifPresent(orphan -> {
                say.accept("%-17s pid %d was left over: stopped".formatted(part.processName(), orphan.pid()));
                end(orphan, PATIENCE);
            });
        }
    }

    /// Asks, waits, then kills.
    public static void end(ProcessHandle process, Duration patience) {
        process.destroy();
        try {
            process.onExit().get(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException stubborn) {
            process.destroyForcibly();
        } catch (ExecutionException | InterruptedException e) {
            throw new PlatformException("cannot wait for pid " + process.pid(), e);
        }
    }
}
