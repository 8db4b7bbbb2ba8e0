package dev.tandem.roster.rep;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.RepId;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.company.ActiveCompanies;
import dev.tandem.roster.rep.Tenure.Planned;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Brings a rep up to today in its company's time zone: what was planned for a day that has come holds, and what
/// became different is written down with the day from which it did.
@Component
class Tenures {
    private final Reps reps;
    private final ActiveCompanies companies;
    private final Clock clock;

    Tenures(Reps reps, ActiveCompanies companies, Clock clock) {
        this.reps = reps;
        this.companies = companies;
        this.clock = clock;
    }

    LocalDate today(CompanyId company) {
        return LocalDate.ofInstant(clock.instant(), companies.zone(company));
    }

    /// @param said when what the rep became was said
    Rep settled(Rep rep, Instant said) {
        var zone = companies.zone(rep.company());
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var day = LocalDate.ofInstant(said, zone);
        var spell = new Presence(rep).spell(manager(rep.company(), rep.value(RepField.MANAGER_USER)));
        var history = rep.tenure().history().next(spell, day.isAfter(today) ? today : day);
        return due(rep.with(rep.tenure().with(history).on(today, zone)));
    }

    private Rep due(Rep rep) {
        var now = rep;
        for (var plan : rep.tenure().planned()) {
            if (!plan.asOf().isAfter(rep.tenure().today())) {
                now = effective(now, plan);
            }
        }
        return now;
    }

    private Rep effective(Rep rep, Planned plan) {
        var now = Merge.entered(rep, plan.values(), clock.instant());
        var spell = new Presence(now).spell(manager(rep.company(), now.value(RepField.MANAGER_USER)));
        return now.with(rep.tenure().without(plan).with(rep.tenure().history().since(spell, plan.asOf())));
    }

    /// As entered for a day: at once where that has come, else planned. Of what is said only what is different from
    /// now.
    Rep asOf(Rep rep, LocalDate day, Map<RepField, @Nullable String> values) {
        var changed = new EnumMap<RepField, @Nullable String>(RepField.class);
        values.forEach((field, value) -> {
            if (!Objects.equals(rep.value(field), value)) {
                changed.put(field, value);
            }
        });
        var manager = manager(rep.company(), changed.get(RepField.MANAGER_USER)).orElse(null);
        var settled = settled(rep, clock.instant());
        return due(settled.with(settled.tenure().planning(new Planned(day, changed, manager))));
    }

    Optional<RepId> manager(CompanyId company, @Nullable String user) {
        return known(user)
                .flatMap(id -> reps.find(company, id))
                .map(Versioned::state)
                .map(Rep::id);
    }

    private static Optional<CrmId> known(@Nullable String user) {
        try {
            return Optional.ofNullable(user).filter(text -> !text.isBlank()).map(CrmId::new);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
