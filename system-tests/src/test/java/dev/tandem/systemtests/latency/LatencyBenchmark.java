package dev.tandem.systemtests.latency;

import dev.tandem.standalone.client.Crm;
import dev.tandem.standalone.client.Patience;
import dev.tandem.standalone.client.Patience.Look;
import dev.tandem.systemtests.alliance.Alliance;
import dev.tandem.systemtests.alliance.Terms;
import dev.tandem.systemtests.running.RunningPlatform;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/// From a CRM's account event to the overlap that the other company sees, while accounts arrive at a steady rate. Each
/// of them meets one account that the other company loaded before. The clock starts when the event was due, so that a
/// sender that is held up counts.
public final class LatencyBenchmark {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Alliance alliance;
    private final int events;
    private final int perSecond;

    private LatencyBenchmark(Alliance alliance, int events, int perSecond) {
        this.alliance = alliance;
        this.events = events;
        this.perSecond = perSecond;
    }

    /// Arguments: runs, events of a run, events a second.
    public static void main(String[] args) {
        var alliance = found();
        var benchmark = new LatencyBenchmark(alliance, Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        try (var crm = RunningPlatform.crm();
                var seen = new Sightings(alliance)) {
            for (var run = 0; run <= Integer.parseInt(args[0]); run++) {
                var name = run == 0 ? "warm-up" : "run " + run;
                System.out.println(name + ": " + benchmark.run(run, crm, seen));
            }
        }
        RunningPlatform.get().close();
    }

    private static Alliance found() {
        Alliance.register("acme", "USD");
        Alliance.register("globex", "EUR");
        var alliance = Alliance.found("acme", "globex");
        alliance.agree(Terms.open("acme", "globex"));
        return alliance;
    }

    private String run(int run, Crm crm, Sightings seen) {
        for (var n = 0; n < events; n++) {
            send(crm, alliance.second(), account(run, n), run * events + n);
        }
        awaitReceipts((run + 1) * events);
        var before = ProcessorTime.now();
        var due = sendSteadily(run, crm);
        new Patience(PATIENCE).until("every overlap", () -> {
            var missing = due.keySet().stream()
                    .filter(account -> !seen.onTopic().containsKey(account))
                    .count();
            return missing == 0 ? Look.seen(0) : Look.notYet(missing + " not yet");
        });
        return "topic %s; REST %s; processor time of each event %s; load %.1f"
                .formatted(
                        told(due, seen.onTopic()),
                        told(due, seen.byRest()),
                        ProcessorTime.now().eachSince(before, events),
                        load());
    }

    /// What the second company loaded is applied, so that only the first company's way is measured.
    private void awaitReceipts(int all) {
        new Patience(PATIENCE).until("the other book", () -> {
            var use = RunningPlatform.manager(alliance.second()).get("/accounts/data-use");
            var applied = use.expect(200).json().path("accounts").asInt();
            return applied == all ? Look.seen(applied) : Look.notYet(applied);
        });
    }

    private Map<String, Long> sendSteadily(int run, Crm crm) {
        var due = new TreeMap<String, Long>();
        var begun = System.nanoTime();
        for (var n = 0; n < events; n++) {
            var at = begun + n * 1_000_000_000L / perSecond;
            while (at - System.nanoTime() > 0) {
                LockSupport.parkNanos(at - System.nanoTime());
            }
            due.put(account(run, n), at);
            send(crm, alliance.first(), account(run, n), run * events + n);
        }
        return due;
    }

    private static String account(int run, int number) {
        return "%d-%06d".formatted(run, number);
    }

    /// The two companies' records of one customer share the domain of its website, and its name but for the case.
    private static void send(Crm crm, String company, String id, int number) {
        var body = """
                {"objectType": "account", "objectId": "%1$s", "sourceSequence": "1", "change": "FULL", "fields": {
                 "name": "Kestrel %2$06d Works", "website": "https://www.kestrel%2$06d.com", "country": "DE",
                 "type": "Customer"}}""".formatted(id, number);
        var headers = Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                company + "-" + id,
                "ce_source",
                "urn:crm:" + company,
                "ce_type",
                "crm.account.changed",
                "ce_time",
                Instant.EPOCH.plusSeconds(number).toString());
        var _ = crm.begin("crm." + company + ".in", id, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String told(Map<String, Long> due, Map<String, Long> seen) {
        var sorted = seen.entrySet().stream()
                .filter(sighting -> due.containsKey(sighting.getKey()))
                .mapToLong(sighting -> sighting.getValue() - due.getOrDefault(sighting.getKey(), 0L))
                .sorted()
                .toArray();
        return sorted.length == 0
                ? "nothing seen"
                : String.format(
                        Locale.ROOT,
                        "p50 %d ms, p99 %d ms of %d",
                        sorted[sorted.length / 2] / 1_000_000,
                        sorted[sorted.length * 99 / 100] / 1_000_000,
                        sorted.length);
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
