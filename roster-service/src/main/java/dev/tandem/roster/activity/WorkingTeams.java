package dev.tandem.roster.activity;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.mapping.JointOwners;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Who works joint accounts of a partnership. To know it every mapping is read, so it is looked up once in a while, and
/// kept: until then every party reads the same.
@Component
final class WorkingTeams {
    private final Aggregates<Teams> teams;
    private final JointOwners joints;
    private final Clock clock;
    private final Duration age;
    private final ReentrantLock one = new ReentrantLock();

    WorkingTeams(
            Stores stores,
            JointOwners joints,
            Clock clock,
            @Value("${tandem.roster.team-age-minutes:15}") int ageMinutes) {
        this.teams = stores.aggregates("working_teams", Teams.class);
        this.joints = joints;
        this.clock = clock;
        this.age = Duration.ofMinutes(ageMinutes);
    }

    /// @param at when it was looked up
    record Teams(Instant at, Map<String, Set<String>> people) {
        Set<RepId> of(CompanyId company) {
            var reps = new java.util.HashSet<RepId>();
            people.getOrDefault(company.value(), Set.of()).forEach(rep -> reps.add(new RepId(rep)));
            return reps;
        }
    }

    Teams of(PartnershipId partnership) {
        return recent(partnership).orElseGet(() -> lookedUp(partnership));
    }

    private Optional<Teams> recent(PartnershipId partnership) {
        return teams.find(Tenant.of(partnership), partnership.value())
                .map(Versioned::state)
                .filter(found -> clock.instant().isBefore(found.at().plus(age)));
    }

    /// One at a time here, whoever asks how often.
    private Teams lookedUp(PartnershipId partnership) {
        one.lock();
        try {
            return recent(partnership).orElseGet(() -> kept(partnership));
        } finally {
            one.unlock();
        }
    }

    private Teams kept(PartnershipId partnership) {
        var people = new TreeMap<String, Set<String>>();
        joints.assigned(partnership)
                .forEach(owner -> people.computeIfAbsent(owner.company().value(), _ -> new TreeSet<>())
                        .add(owner.rep().value()));
        var found = new Teams(clock.instant(), people);
        teams.change(Tenant.of(partnership), partnership.value(), Cause.GIVEN, _ -> Change.to(found));
        return found;
    }
}
