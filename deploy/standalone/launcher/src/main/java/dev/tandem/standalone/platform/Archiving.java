package dev.tandem.standalone.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Makes the class archives that applications lack, once the platform is up: each by a process of its own that starts
/// the application as far as its first sign of life, at the least priority and one after the other. At a stop it would
/// take all of them tens of seconds, together and in everybody's way.
///
/// Whatever goes wrong costs the next start some seconds and nothing else.
final class Archiving {
    private static final long PATIENCE_MINUTES = 5;

    private final Plans plans;
    private final DataFolder data;
    private final List<Part> parts;
    private final Consumer<String> say;
    private final Thread thread = Thread.ofVirtual().name("archiving").unstarted(this::run);
    private @Nullable Process current;
    private boolean over;

    Archiving(Plans plans, DataFolder data, List<Part> parts, Consumer<String> say) {
        this.plans = plans;
        this.data = data;
        this.parts = parts;
        this.say = say;
    }

    void begin() {
        thread.start();
    }

    /// What is being made comes to nothing.
    synchronized void end() {
        over = true;
        if (current != null) {
            end(current);
        }
    }

    /// With the child that writes.
    private static void end(Process process) {
        var children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private void run() {
        for (var part : parts) {
            try {
                archive(part);
            } catch (PlatformException | IOException | UncheckedIOException failed) {
                say.accept("%-17s has no class archive: %s".formatted(part.processName(), failed.getMessage()));
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void archive(Part part) throws IOException, InterruptedException {
        var job = plans.archiving(part);
        if (job.isPresent()) {
            job.get().archive().discardDrafts();
            make(job.get());
            job.get().archive().discardDrafts();
        }
    }

    private void make(ArchivingJob job) throws IOException, InterruptedException {
        var process = spawn(job);
        if (process == null) {
            return;
        }
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            end(process);
            process.waitFor();
        }
        var made = process.exitValue() == 0 && job.archive().accept();
        if (!made && !isOver()) {
            throw new PlatformException("exit code " + process.exitValue() + ", see " + data.archivingLog());
        }
    }

    /// Null when nothing is to be begun any more.
    private synchronized @Nullable Process spawn(ArchivingJob job) throws IOException {
        if (over) {
            return null;
        }
        var builder = new ProcessBuilder(job.command()).redirectErrorStream(true);
        builder.redirectOutput(data.archivingLog().toFile());
        builder.environment().putAll(job.environment());
        builder.environment().put("SERVER_PORT", "0");
        current = builder.start();
        return current;
    }

    private synchronized boolean isOver() {
        return over;
    }
}
