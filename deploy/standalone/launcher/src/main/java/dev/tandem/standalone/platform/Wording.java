package dev.tandem.standalone.platform;

import java.time.Duration;

/// What is said about one process.
record Wording(Plan plan, LogFile log) {
    private static final int TAIL_LINES = 8;

    /// @param state `up` after a start that was asked for, `back` after one that was not
    String healthy(String state, Process process, Duration took) {
        return "%-17s %-4s pid %-7d port %-5d %5.1f s"
                .formatted(name(), state, process.pid(), plan.port(), took.toMillis() / 1000.0);
    }

    String died(Process process, Duration wait) {
        return "%-17s died (exit code %d), started again %s"
                .formatted(name(), process.exitValue(), wait.isZero() ? "at once" : "in " + wait.toSeconds() + " s");
    }

    String stubborn(Duration patience) {
        return "%-17s did not stop within %d s: killed".formatted(name(), patience.toSeconds());
    }

    String stopped() {
        return name() + " was stopped while it was starting";
    }

    String notHealthy(Process process, Duration patience) {
        var how = process.isAlive()
                ? "is not healthy after " + patience.toSeconds() + " s"
                : "ended with exit code " + process.exitValue() + " before it was healthy";
        return "%s %s; the end of %s:\n  %s"
                .formatted(name(), how, log.path(), String.join("\n  ", log.lastLines(TAIL_LINES)));
    }

    String cannotStart(Exception cause) {
        return name() + " cannot be started: " + cause.getMessage();
    }

    private String name() {
        return plan.part().processName();
    }
}
