package dev.tandem.roster.rep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.crm.CrmChange.Change;
import dev.tandem.contracts.roster.RosterChange.Status;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NullMarked
class MergeTest {
    private static final CrmId USER = new CrmId("U1");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private record Arrived(CrmChange change, Stamp stamp) {}

    @Test
    void theNewestValueOfEachFieldWins() {
        var rep = after(
                at(1, Change.FULL, Map.of("name", "Kim", "role", "Rep", "territory", "North")),
                at(3, Change.FIELDS, Map.of("territory", "South")),
                at(2, Change.FIELDS, Map.of("territory", "East", "role", "Manager")));

        assertThat(rep.value(RepField.NAME)).isEqualTo("Kim");
        assertThat(rep.value(RepField.ROLE)).isEqualTo("Manager");
        assertThat(rep.value(RepField.TERRITORY)).isEqualTo("South");
    }

    @Test
    void aFullStateClearsWhatItDoesNotName() {
        var rep = after(
                at(1, Change.FULL, Map.of("name", "Kim", "email", "kim@acme.example")),
                at(2, Change.FULL, Map.of("name", "Kim Lee")));

        assertThat(rep.event().name()).isEqualTo("Kim Lee");
        assertThat(rep.event().email()).isNull();
    }

    @Test
    void aLateOlderChangeDoesNotBringADeletedUserBack() {
        var rep = after(
                at(1, Change.FULL, Map.of("name", "Kim")),
                at(5, Change.DELETED, Map.of()),
                at(4, Change.FIELDS, Map.of("role", "Rep")));

        assertThat(rep.status()).isEqualTo(Status.LEFT);
        assertThat(rep.leftAt()).contains(NOON.plusSeconds(5));
    }

    @Test
    void aNewerChangeBringsADeletedUserBackUnderTheSameId() {
        var rep = after(
                at(1, Change.FULL, Map.of("name", "Kim")),
                at(5, Change.DELETED, Map.of()),
                at(6, Change.FULL, Map.of("name", "Kim", "active", "true")));

        assertThat(rep.status()).isEqualTo(Status.ACTIVE);
        assertThat(rep.id()).isEqualTo(new RepId("r1"));
    }

    @Test
    void whoIsInactiveHasLeft() {
        var rep = after(
                at(1, Change.FULL, Map.of("name", "Kim", "active", "true")),
                at(7, Change.FIELDS, Map.of("active", "false")));

        assertThat(rep.status()).isEqualTo(Status.LEFT);
        assertThat(rep.leftAt()).contains(NOON.plusSeconds(7));
    }

    @Test
    void saysWhatBecameOfEachChange() {
        var first = Merge.of(issued(), full("Kim"), stamp(2));
        var same = Merge.of(first.rep(), full("Kim"), stamp(3));
        var older = Merge.of(same.rep(), full("Tim"), stamp(1));

        assertThat(first.outcome()).isEqualTo(Receipt.Outcome.APPLIED);
        assertThat(same.outcome()).isEqualTo(Receipt.Outcome.UNCHANGED);
        assertThat(older.outcome()).isEqualTo(Receipt.Outcome.SUPERSEDED);
    }

    @Test
    void whatIsEnteredHereHoldsUntilTheCrmSaysMore() {
        var rep = Merge.of(issued(), full("Kim"), stamp(9)).rep();

        var entered = Merge.entered(rep, Map.of(RepField.NAME, "Kim Lee"), NOON.minusSeconds(60));
        var later = Merge.of(entered, full("Kim Park"), stamp(10)).rep();

        assertThat(entered.value(RepField.NAME)).isEqualTo("Kim Lee");
        assertThat(later.value(RepField.NAME)).isEqualTo("Kim Park");
    }

    @Test
    void anyOrderOfArrivalComesToTheSameRep() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            var changes = IntStream.range(0, 6)
                    .mapToObj(arrival -> some(random, arrival))
                    .toList();
            var shuffled = new ArrayList<>(changes);
            Collections.shuffle(shuffled, random);

            assertThat(after(shuffled.toArray(Arrived[]::new)))
                    .as("seed %d, %s against %s", seed, changes, shuffled)
                    .isEqualTo(after(changes.toArray(Arrived[]::new)));
        }
    }

    private static Arrived some(Random random, int arrival) {
        var kinds = Change.values();
        var fields = new HashMap<String, @Nullable String>();
        for (var field : List.of("name", "role", "active")) {
            if (random.nextBoolean()) {
                fields.put(field, field.equals("active") ? "" + random.nextBoolean() : "v" + random.nextInt(9));
            }
        }
        var sequence = random.nextInt(3) == 0 ? null : BigInteger.valueOf(random.nextInt(4));
        var stamp = new Stamp(sequence, NOON.plusSeconds(random.nextInt(3)), arrival);
        return new Arrived(change(kinds[random.nextInt(kinds.length)], fields), stamp);
    }

    private static Rep after(Arrived... changes) {
        var rep = issued();
        for (var arrived : changes) {
            rep = Merge.of(rep, arrived.change(), arrived.stamp()).rep();
        }
        return rep;
    }

    private static Arrived at(int second, Change kind, Map<String, String> fields) {
        return new Arrived(change(kind, new HashMap<>(fields)), stamp(second));
    }

    private static CrmChange full(String name) {
        return change(Change.FULL, new HashMap<>(Map.of("name", name)));
    }

    @SuppressWarnings("NullAway") // CrmChange takes null values; its class file does not say so.
    private static CrmChange change(Change kind, Map<String, @Nullable String> fields) {
        return new CrmChange("user", USER, null, kind, fields);
    }

    private static Stamp stamp(int second) {
        return new Stamp(null, NOON.plusSeconds(second), second);
    }

    private static Rep issued() {
        return Rep.issued(new RepId("r1"), new CompanyId("acme"), USER);
    }
}
