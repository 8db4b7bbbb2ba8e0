package dev.tandem.systemtests.latency;

import dev.tandem.standalone.client.Caller;
import dev.tandem.standalone.platform.Part;
import dev.tandem.systemtests.alliance.Alliance;
import dev.tandem.systemtests.running.RunningPlatform;
import java.util.Arrays;
import java.util.Locale;

/// What the gateway adds to a call: the same question, by turns through it and straight to the service, one after the
/// other on connections that stay open.
public final class GatewayBenchmark {
    private static final String COMPANY = "acme";
    private static final String QUESTION = "/accounts/data-use";

    private GatewayBenchmark() {}

    /// Arguments: runs, calls of a run on each way.
    public static void main(String[] args) {
        Alliance.register(COMPANY, "USD");
        var through = RunningPlatform.manager(COMPANY);
        var direct = RunningPlatform.api(Part.ACCOUNTS).as(COMPANY, "alliance-manager");
        for (var run = 0; run <= Integer.parseInt(args[0]); run++) {
            var name = run == 0 ? "warm-up" : "run " + run;
            System.out.println(name + ": " + compared(through, direct, Integer.parseInt(args[1])));
        }
        RunningPlatform.get().close();
    }

    private static String compared(Caller through, Caller direct, int calls) {
        var throughNanos = new long[calls];
        var directNanos = new long[calls];
        for (var n = 0; n < calls; n++) {
            throughNanos[n] = asked(through);
            directNanos[n] = asked(direct);
        }
        Arrays.sort(throughNanos);
        Arrays.sort(directNanos);
        return "through p50 %s, p99 %s; direct p50 %s, p99 %s; added p50 %s"
                .formatted(
                        ms(throughNanos[calls / 2]),
                        ms(throughNanos[calls * 99 / 100]),
                        ms(directNanos[calls / 2]),
                        ms(directNanos[calls * 99 / 100]),
                        ms(throughNanos[calls / 2] - directNanos[calls / 2]));
    }

    private static long asked(Caller caller) {
        var begun = System.nanoTime();
        caller.get(QUESTION).expect(200);
        return System.nanoTime() - begun;
    }

    private static String ms(long nanos) {
        return String.format(Locale.ROOT, "%.2f ms", nanos / 1e6);
    }
}
