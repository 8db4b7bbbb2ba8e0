package dev.tandem.systemtests.latency;

import dev.tandem.standalone.platform.Part;
import dev.tandem.systemtests.running.RunningPlatform;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// How much processor time each process of the platform has had since it was started: what an event costs says more on
/// a busy machine than how long it took.
record ProcessorTime(Map<Part, Duration> used) {

    static ProcessorTime now() {
        var used = new EnumMap<Part, Duration>(Part.class);
        Arrays.stream(Part.values()).forEach(part -> used.put(part, usedBy(part)));
        return new ProcessorTime(used);
    }

    private static Duration usedBy(Part part) {
        return ProcessHandle.of(RunningPlatform.get().pid(part))
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    /// Milliseconds for each of so many events since then, of all processes and of each.
    String eachSince(ProcessorTime then, int events) {
        var perPart = used.entrySet().stream()
                .map(part -> "%s %.1f"
                        .formatted(
                                part.getKey().name().toLowerCase(Locale.ROOT),
                                ms(part.getValue().minus(then.used().get(part.getKey()))) / events))
                .collect(Collectors.joining(", "));
        var all = ms(sum().minus(then.sum())) / events;
        return String.format(Locale.ROOT, "%.1f ms (%s)", all, perPart);
    }

    private Duration sum() {
        return used.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    private static double ms(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
