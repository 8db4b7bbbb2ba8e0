package dev.tandem.roster.rep;

import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.roster.RosterChange.Spell;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A rep over time.
///
/// @param today the day for which the rep was last looked at, in `zone`, the company's
/// @param spells what held until today, from the first to the last day of the company's employment and beyond
/// @param planned what is to hold later
record Tenure(LocalDate today, ZoneId zone, List<Spell> spells, List<Planned> planned) {
    static final Tenure UNKNOWN = new Tenure(Spells.ALWAYS, ZoneOffset.UTC, List.of(), List.of());
    private static final int PLANNED_MAX = 24;

    /// What is to hold from a day on.
    ///
    /// @param manager whom the planned `managerUser` is, where that is known
    record Planned(
            LocalDate asOf,
            Map<RepField, @Nullable String> values,
            @Nullable RepId manager) {
        Planned {
            values = new TreeMap<>(values);
        }
    }

    Tenure {
        spells = List.copyOf(spells);
        planned = planned.stream().sorted(Comparator.comparing(Planned::asOf)).toList();
    }

    Tenure on(LocalDate day, ZoneId in) {
        return new Tenure(day, in, spells, planned);
    }

    Tenure with(Spells now) {
        return new Tenure(today, zone, now.list(), planned);
    }

    Spells history() {
        return new Spells(spells);
    }

    /// In the place of what was planned for that day.
    Tenure planning(Planned plan) {
        var others = without(plan).planned().stream();
        return new Tenure(
                today, zone, spells, Stream.concat(others, Stream.of(plan)).toList());
    }

    Tenure without(Planned plan) {
        return new Tenure(
                today,
                zone,
                spells,
                planned.stream()
                        .filter(each -> !each.asOf().equals(plan.asOf()))
                        .toList());
    }

    boolean isFull() {
        return planned.size() >= PLANNED_MAX;
    }

    /// Without the id of a manager who was erased.
    Tenure forgetting(CrmId manager) {
        var plans = planned.stream().map(plan -> {
            var values = new TreeMap<RepField, @Nullable String>(plan.values());
            values.values().removeIf(value -> manager.value().equals(value));
            return new Planned(plan.asOf(), values, plan.manager());
        });
        return new Tenure(today, zone, spells, plans.toList());
    }

    Tenure erased() {
        return new Tenure(today, zone, history().erased().list(), List.of());
    }
}
