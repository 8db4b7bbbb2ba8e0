package dev.tandem.systemtests.kill;

import dev.tandem.standalone.client.Api;
import dev.tandem.standalone.client.Crm;
import dev.tandem.standalone.client.Patience;
import dev.tandem.standalone.client.Patience.Look;
import dev.tandem.standalone.platform.Part;
import dev.tandem.systemtests.running.RunningPlatform;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/// `kill -9` of one process, and how long nobody could use what it offers.
///
/// @param probe whether that works
record Kill(Part part, BooleanSupplier probe) {
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    /// @param side for whom the probes ask
    static List<Kill> ofEach(Side side) {
        return List.of(
                new Kill(Part.ACCOUNTS, reads(side, "crm", "/accounts/accounts/" + side.account(0))),
                new Kill(Part.ROSTER, reads(side, "alliance-manager", "/roster/partnerships")),
                new Kill(Part.CREDIT, reads(side, "rep", "/credit/me/credits")),
                new Kill(Part.GATEWAY, reads(side, "alliance-manager", "/roster/partnerships")),
                new Kill(Part.STORE, reads(side, "alliance-manager", "/roster/partnerships")),
                new Kill(Part.BROKER, () -> takes(side)));
    }

    /// @return milliseconds from the death to the first success
    long strike() {
        var process = ProcessHandle.of(RunningPlatform.get().pid(part)).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
        var dead = System.nanoTime();
        new Patience(PATIENCE)
                .until(part + " to be of use again", () -> probe.getAsBoolean() ? Look.seen(true) : Look.notYet("not"));
        return Duration.ofNanos(System.nanoTime() - dead).toMillis();
    }

    private static BooleanSupplier reads(Side side, String role, String path) {
        return () -> {
            try {
                return RunningPlatform.api().as(side.company(), role).get(path).status() == 200;
            } catch (Api.Unreachable dead) {
                return false;
            }
        };
    }

    /// The broker acknowledges a person that is known already.
    private static boolean takes(Side side) {
        try (var crm = RunningPlatform.crm()) {
            crm.send(List.of(side.person(0)));
            return true;
        } catch (Crm.NotSent dead) {
            return false;
        }
    }
}
