package dev.tandem.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `speed folder [runs, 5 unless said]`: seconds from two files to the pairs, the first time in a cold JVM
/// (from its start) and as the median of later runs, with CPU seconds beside, and the peak of memory.
public final class SpeedCommand {
    private SpeedCommand() {}

    private record Run(double seconds, double cpuSeconds, int pairs) {}

    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[0]);
        var runs = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        var before = Machine.load();
        var pairs = EngineRun.of(folder).matches().size();
        print("cold", new Run(Machine.secondsSinceStart(), Machine.cpuSeconds(), pairs));
        if (runs > 0) {
            print("median of " + runs, median(folder, runs));
        }
        System.out.printf(
                Locale.ROOT,
                "  heap at most %,d MB, resident at most %,d MB; %s, then %s%n",
                Machine.heapPeakMb(),
                Machine.residentPeakMb(),
                before,
                Machine.load());
    }

    private static Run median(Path folder, int runs) throws IOException {
        var all = new ArrayList<Run>();
        for (var n = 0; n < runs; n++) {
            all.add(run(folder));
        }
        return new Run(
                median(all.stream().map(Run::seconds).sorted().toList()),
                median(all.stream().map(Run::cpuSeconds).sorted().toList()),
                all.getFirst().pairs());
    }

    private static double median(List<Double> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    private static Run run(Path folder) throws IOException {
        var cpu = Machine.cpuSeconds();
        var from = System.nanoTime();
        var pairs = EngineRun.of(folder).matches().size();
        return new Run((System.nanoTime() - from) / 1e9, Machine.cpuSeconds() - cpu, pairs);
    }

    private static void print(String what, Run run) {
        System.out.printf(
                Locale.ROOT, "%s: %.2f s, %.2f CPU s, %,d pairs%n", what, run.seconds(), run.cpuSeconds(), run.pairs());
    }
}
