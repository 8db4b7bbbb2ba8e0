package dev.tandem.credit.export;

import dev.tandem.credit.Given;
import dev.tandem.credit.ledger.Entry;
import dev.tandem.credit.ledger.Ledger;
import dev.tandem.credit.ledger.StoredLedger;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/// Writes a stored journal as CSV, as the endpoint does, and says what that took. Its limit of
/// memory is that of the process; after each tenth it says what is left in use after a collection.
@NullMarked
public final class CsvBenchmark {
    private static final long MEGA = 1_000_000;

    private CsvBenchmark() {}

    /// @param arguments the store's connection string
    public static void main(String[] arguments) throws IOException {
        var ledger = StoredLedger.open(arguments[0]);
        var out = new Counting();
        var start = System.nanoTime();
        var rows = write(ledger, out);
        System.out.printf(
                "CSV of %d lines, %d MB: %d s, %d lines/s, heap at most %d MB of %d MB%n",
                rows,
                out.bytes / MEGA,
                (System.nanoTime() - start) / 1_000_000_000,
                rows * 1_000_000_000L / (System.nanoTime() - start),
                peak() / MEGA,
                Runtime.getRuntime().maxMemory() / MEGA);
        System.exit(0);
    }

    private static long write(Ledger ledger, OutputStream out) throws IOException {
        long rows = 0;
        var head = ledger.head(Given.PARTNERSHIP);
        try (var chain = ledger.through(Given.PARTNERSHIP, head);
                var file = new CsvJournal(out, Row.COLUMNS)) {
            var each = chain.flatMap(link -> link instanceof Entry entry ? Row.of(entry) : Stream.empty())
                    .iterator();
            while (each.hasNext()) {
                var row = each.next();
                file.add(row);
                rows++;
                if (rows % (head / 2) == 0) {
                    System.gc();
                    System.out.printf("after %d lines %d MB in use%n", rows, used() / MEGA);
                }
            }
        }
        return rows;
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /// The sum of the pools' own peaks, so at least the real one.
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(java.lang.management.MemoryUsage::getUsed)
                .sum();
    }

    private static final class Counting extends OutputStream {
        private long bytes;

        @Override
        public void write(int each) {
            bytes++;
        }

        @Override
        public void write(byte[] each, int from, int length) {
            bytes += length;
        }
    }
}
