package dev.tandem.roster.onboarding;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Hash;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.onboarding.Checklist.Tick;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// The checklists, one document per partnership and rep. All lie under one tenant, so that those not settled are found;
/// whose one is, its partnership says.
@Component
final class Checklists {
    private final Aggregates<Checklist> checklists;

    Checklists(Stores stores) {
        this.checklists = stores.aggregates("checklists", Checklist.class).indexed("state.unsettled", "_id");
    }

    Checklist find(PartnershipId partnership, RepId rep) {
        return checklists
                .find(Tenant.PLATFORM, id(partnership, rep))
                .map(Versioned::state)
                .orElseGet(() -> Checklist.empty(partnership, rep));
    }

    Checklist change(PartnershipId partnership, RepId rep, Cause cause, UnaryOperator<Checklist> step) {
        var outcome = checklists.change(
                Tenant.PLATFORM,
                id(partnership, rep),
                cause,
                current -> Change.to(
                        step.apply(current.map(Versioned::state).orElseGet(() -> Checklist.empty(partnership, rep)))));
        return Objects.requireNonNull(outcome.now()).state();
    }

    /// Unless the same is proven by the same already.
    Checklist tick(PartnershipId partnership, RepId rep, Tick tick) {
        var outcome = checklists.change(Tenant.PLATFORM, id(partnership, rep), Cause.GIVEN, current -> {
            var was = current.map(Versioned::state).orElseGet(() -> Checklist.empty(partnership, rep));
            return was.says(tick) ? Change.none() : Change.to(was.ticked(tick));
        });
        return Objects.requireNonNull(outcome.now(), "it has the tick").state();
    }

    /// Without what proved it, which says something of a person.
    void forget(PartnershipId partnership, RepId rep) {
        checklists.change(
                Tenant.PLATFORM,
                id(partnership, rep),
                Cause.GIVEN,
                current -> current.filter(was -> !was.state().ticks().isEmpty()).isPresent()
                        ? Change.to(Checklist.empty(partnership, rep))
                        : Change.none());
    }

    /// Those that somebody is still to look at.
    List<Versioned<Checklist>> unsettled(Tenant platform, int limit) {
        return checklists.find(platform, where("state.unsettled").is(true), limit);
    }

    /// Unless it changed in the meantime.
    void settled(PartnershipId partnership, RepId rep, long version) {
        checklists.change(
                Tenant.PLATFORM,
                id(partnership, rep),
                Cause.GIVEN,
                current -> current.filter(now -> now.version() == version)
                        .map(now -> Change.to(now.state().told()))
                        .orElseGet(Change::none));
    }

    private static String id(PartnershipId partnership, RepId rep) {
        return Hash.id(partnership.value(), rep.value());
    }
}
