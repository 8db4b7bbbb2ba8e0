package dev.tandem.accounts.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.accounts.Crm;
import dev.tandem.accounts.crm.Receipt.Outcome;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.crm.CrmChange;
import dev.tandem.contracts.crm.CrmChange.Change;
import dev.tandem.kit.intake.Unprocessable;
import dev.tandem.kit.store.Marks;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MergedTest {
    private static final List<String> FIELDS = List.of("name", "city");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void whatWasSaidIsMarkedByASecretSoThatNobodyFindsItByTrying() {
        var change = Crm.account("a1", "name", "Nordwind GmbH");
        var mark = CrmRecord.mark(change, new Marks("a-key-for-tests-of-at-least-32-characters"));

        assertThat(CrmRecord.mark(change, new Marks("a-key-for-tests-of-at-least-32-characters")))
                .isEqualTo(mark);
        assertThat(CrmRecord.mark(change, new Marks("another-key-for-tests-of-at-least-32-chars")))
                .isNotEqualTo(mark);
        assertThat(CrmRecord.mark(
                        Crm.account("a1", "name", "Nordwind"), new Marks("a-key-for-tests-of-at-least-32-characters")))
                .isNotEqualTo(mark);
    }

    @Test
    void theHigherSequenceWinsWhateverItsTime() {
        var merged = merge(
                sent(2L, 0, Change.FULL, Map.of("name", "new")), sent(1L, 60, Change.FULL, Map.of("name", "old")));

        assertThat(merged.text("name")).isEqualTo("new");
        assertThat(merged.seen().getLast().outcome()).isEqualTo(Outcome.SUPERSEDED);
    }

    @Test
    void withoutSequenceTheLaterTimeWins() {
        var merged = merge(
                sent(null, 60, Change.FULL, Map.of("name", "new")), sent(null, 0, Change.FULL, Map.of("name", "old")));

        assertThat(merged.text("name")).isEqualTo("new");
    }

    @Test
    void anOlderChangeStillFillsWhatNoNewerOneNamed() {
        var merged = merge(
                sent(2L, 0, Change.FIELDS, Map.of("name", "new")),
                sent(1L, 0, Change.FIELDS, Map.of("name", "old", "city", "Kiel")));

        assertThat(merged.texts()).isEqualTo(Map.of("name", "new", "city", "Kiel"));
    }

    @Test
    void aFullStateEmptiesWhatItDoesNotName() {
        var merged = merge(
                sent(1L, 0, Change.FULL, Map.of("name", "x", "city", "Kiel")),
                sent(2L, 0, Change.FULL, Map.of("name", "x")));

        assertThat(merged.text("city")).isNull();
    }

    @Test
    void aLateOlderChangeDoesNotBringBackWhatWasDeleted() {
        var merged = merge(
                sent(1L, 0, Change.FULL, Map.of("name", "x")),
                sent(3L, 0, Change.DELETED, Map.of()),
                sent(2L, 0, Change.FIELDS, Map.of("name", "late")));

        assertThat(merged.live()).isFalse();
        assertThat(merged.texts()).isEmpty();
    }

    @Test
    void theSameEventAgainIsNotAppliedAndAnotherUnderItsIdIsRefused() {
        var first = sent(1L, 0, Change.FULL, Map.of("name", "x"));
        var merged = merge(first);
        var again = CrmRecords.of(first.company(), first.change(), first.stamp(), first.event(), "elsewhere");
        var other = sent(9L, 0, Change.FULL, Map.of("name", "y"));
        var reused = CrmRecords.of(first.company(), other.change(), other.stamp(), first.event(), "elsewhere");

        assertThat(merged.outcomeOf(first)).contains(Outcome.APPLIED);
        assertThat(merged.outcomeOf(again)).contains(Outcome.UNCHANGED);
        assertThatThrownBy(() -> merged.outcomeOf(reused)).isInstanceOf(Unprocessable.class);
    }

    @Test
    void countedRecordsMergeToTheSameInAnyOrder() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            var records = new ArrayList<CrmRecord>();
            for (long i = 1; i <= 7; i++) {
                records.add(sent(i, 0, change(random), fields(random)));
            }
            var inOrder = merge(records.toArray(CrmRecord[]::new));
            Collections.shuffle(records, random);
            var shuffled = merge(records.toArray(CrmRecord[]::new));

            assertThat(shuffled.live()).as("seed %d", seed).isEqualTo(inOrder.live());
            assertThat(shuffled.texts()).as("seed %d", seed).isEqualTo(inOrder.texts());
        }
    }

    private static Map<String, String> fields(Random random) {
        var fields = new java.util.TreeMap<String, String>();
        FIELDS.stream().filter(_ -> random.nextBoolean()).forEach(field -> fields.put(field, "v" + random.nextInt(9)));
        return fields;
    }

    private static Merged merge(CrmRecord... records) {
        var merged = Merged.NOTHING;
        for (var each : records) {
            merged = merged.with(each, FIELDS);
        }
        return merged;
    }

    private static Change change(Random random) {
        var changes = List.of(Change.FULL, Change.FIELDS, Change.DELETED);
        return changes.get(random.nextInt(changes.size()));
    }

    private static int count;

    // That a value may be null is lost in the class file of the record.
    @SuppressWarnings("NullAway")
    private static CrmRecord sent(@Nullable Long sequence, long second, Change change, Map<String, String> fields) {
        count++;
        var number = sequence == null ? null : BigInteger.valueOf(sequence);
        var stamp = new Stamp(number, NOON.plusSeconds(second), count);
        var body = new CrmChange("account", new CrmId("a"), number, change, fields);
        return CrmRecords.of(new CompanyId("acme"), body, stamp, "event" + count, "place" + count);
    }
}
