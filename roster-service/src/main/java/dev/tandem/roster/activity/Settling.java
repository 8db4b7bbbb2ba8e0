package dev.tandem.roster.activity;

import dev.tandem.contracts.Topics;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.activity.Published.Judgement;
import dev.tandem.roster.partnership.Agreements;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Judges what was confirmed by those near it that were reported before, and tells of it. When that makes it count, or
/// no longer, those near it are asked to be judged anew before it is settled itself. Since each depends only on those
/// that were reported earlier, it comes to the same in whatever order, however often and wherever it is broken off.
@Component
class Settling {
    private static final int PART = 20;

    private final Activities activities;
    private final Neighbours neighbours;
    private final Agreements agreements;

    Settling(Activities activities, Neighbours neighbours, Agreements agreements) {
        this.activities = activities;
        this.neighbours = neighbours;
        this.agreements = agreements;
    }

    @Scheduled(
            fixedDelayString = "${tandem.roster.settling-interval-ms:500}",
            initialDelayString = "${tandem.roster.settling-interval-ms:500}")
    void settle() {
        activities.unsettled(Tenant.PLATFORM, PART).stream()
                .map(Versioned::state)
                .forEach(this::settle);
    }

    private void settle(Activity changed) {
        var near = neighbours.of(changed);
        var now = changed.isConfirmed() ? judged(changed, near) : changed;
        var counted = Counted.of(now).orElse(null);
        if (!Objects.equals(counted, now.published().counted())) {
            if (!replaced(changed, now)) {
                return;
            }
            near.stream().filter(Activity::isConfirmed).forEach(this::ask);
        }
        activities.change(now.partnership(), now.id(), Cause.GIVEN, current -> {
            var state = current.orElseThrow().state();
            return state.equals(now) || state.equals(changed) ? told(now) : Change.none();
        });
    }

    private Activity judged(Activity changed, Collection<Activity> near) {
        var parties = agreements
                .of(changed.partnership())
                .map(PartnershipChanged::parties)
                .orElse(List.of());
        var earlier = near.stream()
                .filter(other -> Quality.AS_REPORTED.compare(other, changed) < 0)
                .flatMap(other -> Counted.of(other).stream())
                .toList();
        var lacking = new Quality(parties).lacking(changed, earlier);
        return changed.with(changed.published().judged(new Judgement(Quality.normOf(changed), lacking)));
    }

    /// Unless it changed since it was judged; then the next round does it.
    private boolean replaced(Activity was, Activity now) {
        return Optional.ofNullable(activities
                        .change(was.partnership(), was.id(), Cause.GIVEN, current -> {
                            var same = current.orElseThrow().state().equals(was);
                            return same && !now.equals(was) ? Change.to(now) : Change.none();
                        })
                        .now())
                .filter(found -> found.state().equals(now))
                .isPresent();
    }

    private void ask(Activity other) {
        activities.change(
                other.partnership(),
                other.id(),
                Cause.GIVEN,
                current -> Change.to(current.orElseThrow()
                        .state()
                        .with(current.orElseThrow().state().published().askedAgain())));
    }

    private static Change<Activity> told(Activity now) {
        var was = now.published();
        var event = new Telling(now).event().orElse(null);
        var next = now.with(was.settled(Counted.of(now).orElse(null), event));
        return event == null || Objects.equals(event, was.told())
                ? Change.to(next)
                : Change.to(next, Outgoing.to(Topics.ACTIVITIES, now.id(), event));
    }
}
