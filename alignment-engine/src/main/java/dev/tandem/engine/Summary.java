package dev.tandem.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What an alignment came to, for people and for scripts. The peak is that of the heap.
record Summary(int accountsA, int accountsB, long matches, long reviews, double seconds, long peakMemoryMb) {
    static Summary of(Book a, Book b, List<Match> pairs, long nanos) {
        var matches = pairs.stream()
                .filter(pair -> pair.decision() == Match.Decision.MATCH)
                .count();
        return new Summary(a.size(), b.size(), matches, pairs.size() - matches, nanos / 1e9, peakMb());
    }

    private static long peakMb() {
        var bytes = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        return bytes >> 20;
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"accountsA\":%d,\"accountsB\":%d,\"matches\":%d,\"reviews\":%d,\"seconds\":%.2f,\"peakMemoryMb\":%d}",
                accountsA,
                accountsB,
                matches,
                reviews,
                seconds,
                peakMemoryMb);
    }

    String text(Path out) {
        return String.format(
                Locale.ROOT,
                "%,d accounts and %,d: %,d matches, %,d for review, in %.1f s with at most %,d MB; pairs in %s",
                accountsA,
                accountsB,
                matches,
                reviews,
                seconds,
                peakMemoryMb,
                out);
    }
}
