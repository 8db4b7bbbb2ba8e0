package dev.tandem.roster.rep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.RepId;
import dev.tandem.contracts.roster.RosterChange.Spell;
import dev.tandem.contracts.roster.RosterChange.Status;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NullMarked
class SpellsTest {
    private static final LocalDate MARCH = LocalDate.parse("2026-03-01");
    private static final Spells NONE = new Spells(List.of());

    @Test
    void whatIsLearntFirstAlwaysHeld() {
        assertThat(NONE.next(as("AE"), MARCH).list()).containsExactly(over("AE", Spells.ALWAYS, null));
    }

    @Test
    void aChangeHoldsFromItsDayOn() {
        var spells = NONE.next(as("SDR"), MARCH).next(as("AE"), MARCH.plusDays(9));

        assertThat(spells.list())
                .containsExactly(over("SDR", Spells.ALWAYS, MARCH.plusDays(9)), over("AE", MARCH.plusDays(9), null));
        assertThat(spells.next(as("AE"), MARCH.plusDays(20))).isEqualTo(spells);
    }

    @Test
    void aCorrectionOfThePastTakesThePlaceOfAllThatCameAfter() {
        var spells = NONE.next(as("SDR"), MARCH)
                .next(as("AE"), MARCH.plusDays(9))
                .next(as("VP"), MARCH.plusDays(20))
                .since(as("SDR"), MARCH.plusDays(5));

        assertThat(spells.list()).containsExactly(over("SDR", Spells.ALWAYS, null));
    }

    @Test
    void beforeTheFirstDayAndFromTheLastOnNobodyIsThere() {
        var spells = NONE.next(as("AE"), MARCH).within(MARCH, MARCH.plusDays(30));

        assertThat(spells.list())
                .extracting(Spell::from, Spell::status)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(Spells.ALWAYS, Status.LEFT),
                        org.assertj.core.api.Assertions.tuple(MARCH, Status.ACTIVE),
                        org.assertj.core.api.Assertions.tuple(MARCH.plusDays(30), Status.LEFT));
    }

    @Test
    void aManagerWhoBecomesKnownAlwaysWasTheManager() {
        var spells = NONE.next(as("AE"), MARCH).managed(new RepId("boss"));

        assertThat(spells.list()).hasSize(1);
        assertThat(spells.managerAtTheEnd()).contains(new RepId("boss"));
        assertThat(spells.managed(new RepId("other"))).isEqualTo(spells);
    }

    @Test
    void theErasedKeepTheManagerAndNothingThatTellsWhoTheyWere() {
        var spells = NONE.next(as("SDR"), MARCH)
                .next(as("AE"), MARCH.plusDays(9))
                .managed(new RepId("boss"))
                .erased();

        assertThat(spells.list()).allMatch(spell -> spell.role() == null && spell.territory() == null);
        assertThat(spells.managerAtTheEnd()).contains(new RepId("boss"));
    }

    /// Compared with a plain table of days.
    @Test
    void whateverIsSaidInWhateverOrderEachDayHasExactlyOneSpell() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var model = new HashMap<LocalDate, String>();
            var spells = NONE;
            for (int step = 0; step < 12; step++) {
                var role = "R" + random.nextInt(4);
                var day = MARCH.plusDays(random.nextInt(40));
                for (var each = MARCH.minusDays(1); each.isBefore(MARCH.plusDays(50)); each = each.plusDays(1)) {
                    if (step == 0 || !each.isBefore(day)) {
                        model.put(each, role);
                    }
                }
                spells = spells.since(as(role), day);
            }
            var said = spells.list();
            model.forEach((day, role) -> assertThat(
                            said.stream().filter(spell -> spell.covers(day)).map(Spell::role))
                    .as("seed %d, day %s", seed, day)
                    .containsExactly(role));
        }
    }

    private static Spell as(String role) {
        return over(role, Spells.ALWAYS, null);
    }

    private static Spell over(String role, LocalDate from, @Nullable LocalDate until) {
        return new Spell(from, until, Status.ACTIVE, role, "North", null);
    }
}
