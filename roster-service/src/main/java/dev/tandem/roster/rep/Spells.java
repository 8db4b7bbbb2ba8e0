package dev.tandem.roster.rep;

import dev.tandem.contracts.RepId;
import dev.tandem.contracts.roster.RosterChange.Spell;
import dev.tandem.contracts.roster.RosterChange.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What held of a rep over which days, in their order and without gaps; the last is open. Of a spell that is given the
/// days do not matter.
record Spells(List<Spell> list) {
    static final LocalDate ALWAYS = LocalDate.EPOCH;
    private static final int SPELLS_MAX = 64;

    Spells {
        list = List.copyOf(list);
    }

    /// This holds now, and did since the day at the earliest; the first that is learnt of a rep always did.
    Spells next(Spell is, LocalDate day) {
        if (list.isEmpty()) {
            return new Spells(List.of(over(is, ALWAYS, null)));
        }
        var last = list.getLast();
        return same(last, is) ? this : since(is, day.isBefore(last.from()) ? last.from() : day);
    }

    /// This holds since the day, whatever was known of the days after it.
    Spells since(Spell is, LocalDate day) {
        var next = new ArrayList<Spell>();
        for (var spell : list) {
            if (spell.from().isBefore(day)) {
                next.add(over(spell, spell.from(), spell.covers(day) ? day : spell.until()));
            }
        }
        next.add(over(is, next.isEmpty() ? ALWAYS : day, null));
        return new Spells(joined(next)).bounded();
    }

    /// As of who was here from the one day to before the other; null where that is open.
    Spells within(@Nullable LocalDate first, @Nullable LocalDate end) {
        var split = new ArrayList<Spell>();
        for (var spell : list) {
            var from = spell.from();
            for (var cut : cuts(spell, first, end)) {
                split.add(over(spell, from, cut));
                from = cut;
            }
            split.add(over(spell, from, spell.until()));
        }
        return new Spells(joined(split.stream()
                .map(spell -> (first != null && spell.from().isBefore(first))
                                || (end != null && !spell.from().isBefore(end))
                        ? as(spell, Status.LEFT)
                        : spell)
                .toList()));
    }

    private static List<LocalDate> cuts(Spell spell, @Nullable LocalDate first, @Nullable LocalDate end) {
        var cuts = new ArrayList<LocalDate>();
        for (var day : new @Nullable LocalDate[] {first, end}) {
            if (day != null && spell.covers(day) && day.isAfter(spell.from())) {
                cuts.add(day);
            }
        }
        return cuts.stream().sorted().distinct().toList();
    }

    Optional<RepId> managerAtTheEnd() {
        return list.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(list.getLast().manager());
    }

    /// The manager of the last spell, who was not known before, always was this one.
    Spells managed(RepId manager) {
        return list.isEmpty()
                ? this
                : new Spells(replacedLast(spell -> spell.manager() == null
                        ? new Spell(
                                spell.from(), spell.until(), spell.status(), spell.role(), spell.territory(), manager)
                        : spell));
    }

    private List<Spell> replacedLast(UnaryOperator<Spell> step) {
        var all = new ArrayList<>(list);
        all.set(all.size() - 1, step.apply(all.getLast()));
        return all;
    }

    /// Without what a person could be told by; who reported to whom stays, by opaque ids.
    Spells erased() {
        return new Spells(joined(list.stream()
                .map(spell -> new Spell(spell.from(), spell.until(), spell.status(), null, null, spell.manager()))
                .toList()));
    }

    private Spells bounded() {
        if (list.size() <= SPELLS_MAX) {
            return this;
        }
        var rest = new ArrayList<>(list.subList(list.size() - SPELLS_MAX, list.size()));
        rest.set(0, over(rest.getFirst(), ALWAYS, rest.getFirst().until()));
        return new Spells(rest);
    }

    private static List<Spell> joined(List<Spell> spells) {
        var joined = new ArrayList<Spell>();
        for (var spell : spells) {
            if (!joined.isEmpty() && same(joined.getLast(), spell)) {
                spell = over(spell, joined.removeLast().from(), spell.until());
            }
            joined.add(spell);
        }
        return joined;
    }

    private static Spell over(Spell spell, LocalDate from, @Nullable LocalDate until) {
        return new Spell(from, until, spell.status(), spell.role(), spell.territory(), spell.manager());
    }

    private static Spell as(Spell spell, Status status) {
        return new Spell(spell.from(), spell.until(), status, spell.role(), spell.territory(), spell.manager());
    }

    private static boolean same(Spell one, Spell other) {
        return one.status() == other.status()
                && Objects.equals(one.role(), other.role())
                && Objects.equals(one.territory(), other.territory())
                && Objects.equals(one.manager(), other.manager());
    }
}
