package dev.tandem.credit.report;

import dev.tandem.contracts.DealId;
import dev.tandem.credit.Given;
import dev.tandem.credit.export.CsvBenchmark;
import dev.tandem.credit.ledger.Ledger;
import dev.tandem.credit.ledger.StoredLedger;
import dev.tandem.kit.store.StateCodec;
import dev.tandem.store.EmbeddedStore;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullMarked;

/// A journal of many lines in the embedded store: why one line is as it is, answered for random
/// lines; and all of it as CSV by a process that may use 256 MB.
@NullMarked
public final class JournalBenchmark {
    private static final int WARM_UPS = 500;
    private static final int ASKED = 5_000;
    private static final long SEED = 20261122;

    private JournalBenchmark() {}

    /// @param arguments an empty folder for the store, then how many deals; 250,000, which is a
    /// million credit lines, if none is given
    public static void main(String[] arguments) throws Exception {
        var deals = arguments.length < 2 ? 250_000 : Integer.parseInt(arguments[1]);
        try (var store = EmbeddedStore.onDisk(Path.of(arguments[0]))) {
            var start = System.nanoTime();
            StoredLedger.fill(store.uri(), deals);
            System.out.printf("%d deals, %d credit lines stored in %d s%n", deals, deals * 4L, seconds(start));
            why(StoredLedger.open(store.uri()), deals);
            csv(store.uri());
        }
        // The driver's threads have nothing left to do.
        System.exit(0);
    }

    private static long seconds(long start) {
        return (System.nanoTime() - start) / 1_000_000_000;
    }

    private static void why(Ledger ledger, int deals) {
        var random = new Random(SEED);
        ask(ledger, deals, random, WARM_UPS);
        var micros = ask(ledger, deals, random, ASKED);
        Arrays.sort(micros);
        System.out.printf(
                "why of one line, %d asked: p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                ASKED, micros[ASKED / 2] / 1e3, micros[ASKED * 99 / 100] / 1e3, micros[ASKED - 1] / 1e3);
    }

    /// As the endpoint answers it, to the bytes of its JSON.
    private static long[] ask(Ledger ledger, int deals, Random random, int times) {
        var codec = new StateCodec();
        var micros = new long[times];
        for (int i = 0; i < times; i++) {
            var deal = new DealId("deal-" + random.nextInt(deals));
            var start = System.nanoTime();
            var answer = codec.toJson(DealCredit.of(ledger.ofDeal(Given.PARTNERSHIP, deal), List.of()));
            micros[i] = (System.nanoTime() - start) / 1_000;
            if (answer.length < 100) {
                throw new IllegalStateException("no answer for " + deal);
            }
        }
        return micros;
    }

    private static void csv(String uri) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var code = new ProcessBuilder(
                        java,
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CsvBenchmark.class.getName(),
                        uri)
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("the export ended with " + code);
        }
    }
}
