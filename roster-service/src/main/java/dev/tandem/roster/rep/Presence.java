package dev.tandem.roster.rep;

import dev.tandem.contracts.RepId;
import dev.tandem.contracts.roster.RosterChange.Spell;
import dev.tandem.contracts.roster.RosterChange.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// On which days a rep is there, and as what.
record Presence(Rep rep) {

    /// Who is still to come is not there either.
    Status status() {
        var isToCome = date(RepField.EFFECTIVE_FROM)
                .filter(day -> rep.tenure().today().isBefore(day))
                .isPresent();
        return isToCome || leftAt().isPresent() ? Status.LEFT : Status.ACTIVE;
    }

    /// When the rep left, by the day that was named or as the CRM says; empty for who is there.
    Optional<Instant> leftAt() {
        return date(RepField.EFFECTIVE_UNTIL)
                .filter(day -> !rep.tenure().today().isBefore(day))
                .map(day -> day.atStartOfDay(rep.tenure().zone()).toInstant())
                .or(this::saidToBeGone);
    }

    private Optional<Instant> saidToBeGone() {
        var gone = rep.gone();
        if (gone != null && !gone.isOlderThan(rep.alive())) {
            return Optional.of(gone.time());
        }
        return Optional.ofNullable(rep.fields().get(RepField.ACTIVE))
                .filter(field -> "false".equals(field.value()))
                .map(field -> field.stamp().time());
    }

    private Optional<LocalDate> date(RepField field) {
        return Optional.ofNullable(rep.value(field))
                .filter(text -> !text.isBlank())
                .map(LocalDate::parse);
    }

    /// What holds now, the days of employment aside.
    Spell spell(Optional<RepId> manager) {
        return new Spell(
                Spells.ALWAYS,
                null,
                saidToBeGone().isPresent() ? Status.LEFT : Status.ACTIVE,
                rep.value(RepField.ROLE),
                rep.value(RepField.TERRITORY),
                manager.orElse(null));
    }

    /// What held and will hold as far as is known.
    List<Spell> spells() {
        var all = rep.tenure().history();
        var then = rep;
        for (var plan : rep.tenure().planned()) {
            then = Merge.entered(then, plan.values(), Instant.EPOCH);
            var manager = plan.values().containsKey(RepField.MANAGER_USER)
                    ? Optional.ofNullable(plan.manager())
                    : all.managerAtTheEnd();
            all = all.since(new Presence(then).spell(manager), plan.asOf());
        }
        return all.within(
                        date(RepField.EFFECTIVE_FROM).orElse(null),
                        date(RepField.EFFECTIVE_UNTIL).orElse(null))
                .list();
    }

    /// The next day that makes a difference.
    Optional<LocalDate> due() {
        return Stream.of(
                        date(RepField.EFFECTIVE_FROM).stream(),
                        date(RepField.EFFECTIVE_UNTIL).stream(),
                        rep.tenure().planned().stream().map(Tenure.Planned::asOf))
                .flatMap(days -> days)
                .filter(rep.tenure().today()::isBefore)
                .min(LocalDate::compareTo);
    }
}
