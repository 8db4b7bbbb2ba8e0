package dev.tandem.roster.activity;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/// The activities, one document each. All lie under one tenant, so that those not settled are found; whose one is, its
/// partnership says.
@Component
final class Activities {
    /// Of one partnership.
    static final int OF_A_DAY_MAX = 500;

    private final Aggregates<Activity> activities;

    Activities(Stores stores) {
        this.activities = stores.aggregates("activities", Activity.class)
                .indexed("state.unsettled", "_id")
                .indexed("state.partnership", "_id")
                .indexed("state.partnership", "state.day")
                .indexed("state.partnership", "state.month", "_id")
                .indexed("state.partnership", "state.tally", "state.month")
                .indexed("state.partnership", "state.awaited", "state.confirmSecond")
                .indexed("state.partnership", "state.unacknowledged", "_id")
                .indexed("state.people", "_id")
                .indexed("state.facts.unknown.user", "_id");
    }

    Optional<Activity> find(PartnershipId partnership, String id) {
        return activities
                .find(Tenant.PLATFORM, id)
                .map(Versioned::state)
                .filter(found -> found.partnership().equals(partnership));
    }

    /// Of the company's CRM, in whichever partnership.
    Optional<Activity> recordedBy(CompanyId company, String id) {
        return activities
                .find(Tenant.PLATFORM, id)
                .map(Versioned::state)
                .filter(found -> found.by().equals(company));
    }

    /// Whatever partnership its CRM recorded it in before.
    Outcome<Activity> record(PartnershipId partnership, String id, Decision<Activity> decision) {
        return activities.change(Tenant.PLATFORM, id, Cause.GIVEN, decision);
    }

    Outcome<Activity> change(PartnershipId partnership, String id, Cause cause, Decision<Activity> decision) {
        return activities.change(Tenant.PLATFORM, id, cause, current -> {
            if (current.filter(found -> !found.state().partnership().equals(partnership))
                    .isPresent()) {
                throw new IllegalStateException("an activity stays in its partnership");
            }
            return decision.on(current);
        });
    }

    /// By id, after `after`.
    List<Activity> page(PartnershipId partnership, Range range) {
        return states(of(partnership).and("_id").gt(range.after()), range.limit());
    }

    /// Those that nobody has said anything to yet, and that still can be confirmed.
    List<Activity> awaited(PartnershipId partnership, Instant now, int limit) {
        var criteria = of(partnership).and("state.awaited").is(true).and("state.confirmSecond");
        return states(criteria.gte(now.getEpochSecond()), limit);
    }

    /// Those whose reporting party has not acknowledged the others' people.
    List<Activity> unacknowledged(PartnershipId partnership, Range range) {
        var criteria = of(partnership).and("state.unacknowledged").is(true);
        return states(criteria.and("_id").gt(range.after()), range.limit());
    }

    List<Activity> ofDay(PartnershipId partnership, LocalDate day) {
        return states(of(partnership).and("state.day").is(day.toString()), OF_A_DAY_MAX);
    }

    /// In which a rep took part from one day to another.
    List<Activity> ofPerson(PartnershipId partnership, RepId rep, Days days, Range range) {
        var criteria = where("state.people").is(rep.value()).and("state.partnership");
        return states(
                criteria.is(partnership.value())
                        .and("state.day")
                        .gte(days.from().toString())
                        .lte(days.through().toString())
                        .and("_id")
                        .gt(range.after()),
                range.limit());
    }

    record Days(LocalDate from, LocalDate through) {}

    List<Activity> ofMonth(PartnershipId partnership, YearMonth month, Range range) {
        return states(
                of(partnership)
                        .and("state.month")
                        .is(month.toString())
                        .and("_id")
                        .gt(range.after()),
                range.limit());
    }

    /// How many count as that in these months, whichever they are.
    int count(PartnershipId partnership, Tally as, YearMonth from, YearMonth through) {
        var criteria = of(partnership).and("state.tally").is(as.name()).and("state.month");
        return Math.toIntExact(
                activities.count(Tenant.PLATFORM, criteria.gte(from.toString()).lte(through.toString())));
    }

    /// Those in which a user of the company's CRM took part who is no rep yet.
    List<Activity> waitingFor(CompanyId company, CrmId user, int limit) {
        var criteria = where("state.facts.unknown.user").is(user.value()).and("state.reported.by");
        return states(criteria.is(company.value()), limit);
    }

    /// Those of which somebody is still to be told.
    List<Versioned<Activity>> unsettled(Tenant platform, int limit) {
        return activities.find(platform, where("state.unsettled").is(true), limit);
    }

    /// The next part of a list.
    record Range(String after, int limit) {}

    private static Criteria of(PartnershipId partnership) {
        return where("state.partnership").is(partnership.value());
    }

    private List<Activity> states(Criteria criteria, int limit) {
        return activities.find(Tenant.PLATFORM, criteria, limit).stream()
                .map(Versioned::state)
                .toList();
    }
}
