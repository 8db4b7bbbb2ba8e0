package dev.tandem.standalone.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One process under supervision: started, watched, started again when it dies unasked, stopped.
final class Child {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final Duration BACK_PATIENCE = Duration.ofMinutes(5);
    private static final int POLL_MS = 50;

    private final Plan plan;
    private final DataFolder data;
    private final Consumer<String> say;
    private final Wording wording;
    private final Backoff backoff = new Backoff();
    private @Nullable Process process;
    private long startedNanos;
    private boolean kept;
    private boolean retired;

    Child(Plan plan, DataFolder data, Consumer<String> say) {
        this.plan = plan;
        this.data = data;
        this.say = say;
        this.wording = new Wording(plan, new LogFile(data.log(plan.part())));
    }

    Part part() {
        return plan.part();
    }

    /// Returns when the process is healthy; from then on it is kept alive.
    ///
    /// @throws PlatformException when it dies or takes longer than `patience`, with the last lines of its log
    void start(Duration patience) {
        var begun = spawn();
        if (!awaitHealthy(begun, patience)) {
            var failure = new PlatformException(isRetired() ? wording.stopped() : wording.notHealthy(begun, patience));
            begun.destroyForcibly();
            throw failure;
        }
        keep(begun);
        say.accept(wording.healthy("up", begun, lived()));
    }

    /// Asks it to end, waits, and kills it if it does not.
    void stop() {
        var running = letGo();
        if (running == null || !running.isAlive()) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                say.accept(wording.stubborn(STOP_PATIENCE));
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /// Stops it for good: a start that is under way comes to nothing.
    void retire() {
        synchronized (this) {
            retired = true;
        }
        stop();
    }

    /// The pid of the process that runs, or that ran last; -1 before the first.
    synchronized long pid() {
        return process == null ? -1 : process.pid();
    }

    synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    boolean isHealthy() {
        return isAlive() && plan.probe().isHealthy();
    }

    private synchronized Process spawn() {
        if (retired) {
            throw new PlatformException(wording.stopped());
        }
        var builder = new ProcessBuilder(plan.command().get()).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(data.log(part()).toFile()));
        builder.environment().putAll(plan.environment());
        // One malloc arena per core would cost each JVM tens of megabytes.
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        try {
            var begun = builder.start();
            PidFile.of(begun.toHandle(), plan.port()).write(data.pid(part()));
            process = begun;
            startedNanos = System.nanoTime();
            return begun;
        } catch (IOException e) {
            throw new PlatformException(wording.cannotStart(e), e);
        }
    }

    private boolean awaitHealthy(Process begun, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (begun.isAlive() && System.nanoTime() < deadline) {
            if (plan.probe().isHealthy()) {
                return begun.isAlive();
            }
            pause(Duration.ofMillis(POLL_MS));
        }
        return false;
    }

    private synchronized void keep(Process begun) {
        kept = true;
        Thread.ofVirtual().name(part() + "-watch").start(() -> watch(begun));
    }

    private synchronized @Nullable Process letGo() {
        kept = false;
        return process;
    }

    private synchronized boolean isKept(Process dead) {
        return kept && !retired && dead.equals(process);
    }

    private void watch(Process begun) {
        for (@Nullable Process watched = begun; watched != null; watched = successor(watched)) {
            watched.onExit().join();
        }
    }

    /// Null when it was stopped on purpose.
    private @Nullable Process successor(Process dead) {
        while (isKept(dead)) {
            var wait = backoff.next(lived());
            say.accept(wording.died(dead, wait));
            pause(wait);
            try {
                return respawn(dead);
            } catch (PlatformException failed) {
                say.accept(String.valueOf(failed.getMessage()));
            }
        }
        return null;
    }

    private synchronized @Nullable Process respawn(Process dead) {
        if (!isKept(dead)) {
            return null;
        }
        var begun = spawn();
        Thread.startVirtualThread(() -> announce(begun));
        return begun;
    }

    private void announce(Process begun) {
        if (awaitHealthy(begun, BACK_PATIENCE)) {
            say.accept(wording.healthy("back", begun, lived()));
        }
    }

    private synchronized Duration lived() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    private synchronized boolean isRetired() {
        return retired;
    }

    private static void pause(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("interrupted", e);
        }
    }
}
