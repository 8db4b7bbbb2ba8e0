package dev.tandem.systemtests.kill;

import static dev.tandem.systemtests.running.RunningPlatform.api;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.standalone.client.Patience;
import dev.tandem.standalone.client.Patience.Look;
import dev.tandem.systemtests.alliance.Alliance;
import dev.tandem.systemtests.alliance.Booking;
import dev.tandem.systemtests.alliance.JointAccounts;
import dev.tandem.systemtests.alliance.Terms;
import dev.tandem.systemtests.running.LogsOnFailure;
import dev.tandem.systemtests.running.OutTopic;
import dev.tandem.systemtests.running.RunningPlatform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/// A minute of load, in which each of the six processes is killed once; then nothing may be lost, doubled or invented,
/// and nothing may have crossed that was not agreed on.
///
/// The seed is printed; `-Dtandem.kill.seed` repeats it, `-Dtandem.kill.seconds` makes the load longer.
@Order(100)
@ExtendWith(LogsOnFailure.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KillIT {
    private static final Duration DRAIN = Duration.ofSeconds(150);
    private static final Duration LOAD = Duration.ofSeconds(Integer.getInteger("tandem.kill.seconds", 60));

    private final long seed = Long.getLong("tandem.kill.seed", System.nanoTime());
    private final Side north = new Side("north");
    private final Side south = new Side("south");
    private final Load.Sent sent = new Load.Sent();
    private final Alliance alliance = found();
    private final Comparison comparison = new Comparison(alliance, List.of(north, south), sent);

    private static Alliance found() {
        Alliance.register("north", "USD");
        Alliance.register("south", "USD");
        Alliance.register("outsider", "USD");
        var alliance = Alliance.found("north", "south");
        alliance.agree(Terms.open("north", "south"));
        return alliance;
    }

    @Test
    @Order(1)
    void nothingIsLostDoubledOrInventedWhileEachProcessIsKilledUnderLoad() throws InterruptedException {
        System.out.println("kill: seed " + seed);
        begin();
        var load = new Load(List.of(north, south), sent, seed);
        var working = Thread.ofPlatform().name("load").start(load);
        var begun = System.nanoTime();
        strikes();
        LockSupport.parkNanos(LOAD.toNanos() - (System.nanoTime() - begun));
        load.stop();
        working.join();
        System.out.println("kill: " + sent + " in " + seconds(begun) + " s");
        assertThat(sent.toString()).doesNotContain(" 0 repeated").doesNotContain(" 0 poisoned");
        drained();
    }

    @Test
    @Order(2)
    void eachRecordOfATopicHasOneReceipt() {
        for (var side : List.of(north, south)) {
            var receipts = api().as(side.company(), "crm").all("/accounts/receipts");
            assertThat(receipts).hasSize((int) OutTopic.length("crm." + side.company() + ".in"));
        }
    }

    @Test
    @Order(3)
    void nothingCrossedThatWasNotAgreedOn() {
        var reading = new Reading(alliance);
        assertThat(Canaries.in(reading.by("north"), "north")).isNotEmpty();
        assertThat(Canaries.in(reading.by("north"), "south")).isEmpty();
        assertThat(Canaries.in(reading.by("south"), "north")).isEmpty();
        assertThat(Canaries.in(reading.by("outsider"), "north")).isEmpty();
        assertThat(Canaries.in(reading.by("outsider"), "south")).isEmpty();
    }

    @Test
    @Order(4)
    void readModelsComeOutOfTheirTopicsAsTheyWere() {
        var before = new Reading(alliance).by("south");
        assertThat(ReadModels.rebuildAll()).isEmpty();
        assertThat(new Reading(alliance).by("south")).isEqualTo(before);
    }

    /// Customers of both, all in the shared book, each with a sale on each side.
    private void begin() {
        try (var crm = RunningPlatform.crm()) {
            for (var side : List.of(north, south)) {
                for (int i = 0; i < Side.USERS; i++) {
                    crm.send(List.of(side.person(i)));
                }
                for (int i = 0; i < Side.CUSTOMERS; i++) {
                    crm.send(List.of(sent.event(side.customer(i)), sent.event(side.sale(i, opening(side), "0.00"))));
                }
            }
        }
        var joints = patience().until("joint accounts", () -> {
            var found = JointAccounts.of(alliance).members();
            var whole =
                    found.values().stream().filter(sides -> sides.size() == 2).count();
            return whole == Side.CUSTOMERS ? Look.seen(found.keySet()) : Look.notYet(found.size());
        });
        Booking.all(alliance, List.copyOf(joints));
        drained();
    }

    /// The same amount on both sides would be one sale, which counts once.
    private String opening(Side side) {
        return side == north ? "100.00" : "200.00";
    }

    private void strikes() {
        var kills = new ArrayList<>(Kill.ofEach(north));
        Collections.shuffle(kills, new Random(seed));
        var pause = LOAD.dividedBy(2L * kills.size());
        Map<String, Long> measured = new TreeMap<>();
        for (var kill : kills) {
            LockSupport.parkNanos(pause.toNanos());
            measured.put(kill.part().processName(), kill.strike());
        }
        System.out.println("kill: milliseconds from death to first success " + measured);
    }

    private void drained() {
        var begun = System.nanoTime();
        patience().until("what was sent to be there", () -> {
            var differences = comparison.differences();
            return differences.isEmpty()
                    ? Look.seen(true)
                    : Look.notYet(differences.size() + " differences: "
                            + differences.subList(0, Math.min(10, differences.size())));
        });
        System.out.println("kill: drained in " + seconds(begun) + " s");
    }

    private static Patience patience() {
        return new Patience(DRAIN);
    }

    private static long seconds(long begunNanos) {
        return Duration.ofNanos(System.nanoTime() - begunNanos).toSeconds();
    }
}
