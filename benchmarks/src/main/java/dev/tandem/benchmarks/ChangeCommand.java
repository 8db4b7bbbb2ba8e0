package dev.tandem.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.tandem.engine.AccountRow;
import dev.tandem.engine.LiveAlignment;
import dev.tandem.engine.Party;
import dev.tandem.engine.Snapshot;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// `change folder [changes, 20000 unless said]`: loads both books into a live alignment, then changes one account
/// after another and says how long each took, what it changed asked for included: a new phone number, a name that
/// loses its last letter, an account that goes and comes again. The first tenth only warms up.
public final class ChangeCommand {
    private static final int USUAL = 20_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ChangeCommand() {}

    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[0]);
        var changes = args.length > 1 ? Integer.parseInt(args[1]) : USUAL;
        var a = rows(folder.resolve("a.csv"));
        var b = rows(folder.resolve("b.csv"));
        var live = new LiveAlignment(Snapshot.impartial());
        var loading = System.nanoTime();
        live.load(a, b);
        live.takeChanges();
        System.out.printf(
                Locale.ROOT,
                "%,d and %,d accounts loaded in %.1f s; %s%n",
                a.size(),
                b.size(),
                (System.nanoTime() - loading) / 1e9,
                Machine.load());
        var taken = measure(live, List.of(a, b), changes);
        print("on the clock", taken.nanos);
        print("on a processor", taken.cpuNanos);
        System.out.printf(Locale.ROOT, "  heap at most %,d MB; %s%n", Machine.heapPeakMb(), Machine.load());
    }

    /// By change, how long it took and how long a processor was at it, in nanoseconds.
    private static final class Taken {
        final long[] nanos;
        final long[] cpuNanos;

        Taken(long[] nanos, long[] cpuNanos) {
            this.nanos = nanos;
            this.cpuNanos = cpuNanos;
        }
    }

    private static Taken measure(LiveAlignment live, List<List<AccountRow>> books, int changes) {
        var random = new Random(1);
        var taken = new Taken(new long[changes], new long[changes]);
        var told = 0;
        for (var n = 0; n < changes; n++) {
            var party = random.nextBoolean() ? Party.A : Party.B;
            var book = books.get(party == Party.A ? 0 : 1);
            var row = book.get(random.nextInt(book.size()));
            var kind = random.nextInt(3);
            var cpu = THREADS.getCurrentThreadCpuTime();
            var from = System.nanoTime();
            change(live, party, row, kind);
            told += live.takeChanges().ofA().size();
            taken.nanos[n] = System.nanoTime() - from;
            taken.cpuNanos[n] = THREADS.getCurrentThreadCpuTime() - cpu;
        }
        System.out.printf(Locale.ROOT, "%,d changes told of %,d accounts of A%n", changes, told);
        return new Taken(
                Arrays.copyOfRange(taken.nanos, changes / 10, changes),
                Arrays.copyOfRange(taken.cpuNanos, changes / 10, changes));
    }

    private static void change(LiveAlignment live, Party party, AccountRow row, int kind) {
        switch (kind) {
            case 0 ->
                live.put(
                        party,
                        with(
                                row,
                                row.name(),
                                row.phone().isEmpty() ? "+49431555" + row.id().hashCode() : ""));
            case 1 ->
                live.put(
                        party,
                        with(row, row.name().substring(0, Math.max(1, row.name().length() - 1)), row.phone()));
            default -> {
                live.remove(party, row.id());
                live.put(party, row);
            }
        }
    }

    private static AccountRow with(AccountRow row, String name, String phone) {
        return new AccountRow(
                row.id(),
                name,
                row.website(),
                phone,
                row.street(),
                row.city(),
                row.region(),
                row.postcode(),
                row.country(),
                row.registrationId(),
                row.parentId());
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s: median %.3f ms, p99 %.3f ms, p99.9 %.3f ms, longest %.1f ms%n",
                what,
                at(nanos, 0.5),
                at(nanos, 0.99),
                at(nanos, 0.999),
                at(nanos, 1));
    }

    private static double at(long[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))] / 1e6;
    }

    private static List<AccountRow> rows(Path file) throws IOException {
        var rows = new ArrayList<AccountRow>();
        try (var csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            csv.forEach(row -> rows.add(new AccountRow(
                    row.getField("id"),
                    row.getField("name"),
                    row.findField("website").orElse(""),
                    row.findField("phone").orElse(""),
                    row.findField("street").orElse(""),
                    row.findField("city").orElse(""),
                    row.findField("region").orElse(""),
                    row.findField("postcode").orElse(""),
                    row.findField("country").orElse(""),
                    row.findField("registration_id").orElse(""),
                    row.findField("parent_id").orElse(""))));
        }
        return rows;
    }
}
