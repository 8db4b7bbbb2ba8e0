package dev.tandem.roster.activity;

import dev.tandem.contracts.Reason;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Outgoing;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.activity.Published.Judgement;
import dev.tandem.roster.partnership.Agreements;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Judges what was confirmed, and tells of it. One that changed may make another of its day count, or no longer, so
/// the day is judged as a whole; it comes to the same however often and in whatever order that is done.
@Component
class Settling {
    private static final int PART = 20;

    private final Activities activities;
    private final Agreements agreements;

    Settling(Activities activities, Agreements agreements) {
        this.activities = activities;
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
        var partnership = changed.partnership();
        var parties =
                agreements.of(partnership).map(PartnershipChanged::parties).orElse(List.of());
        var day = new HashMap<String, Activity>();
        activities.ofDay(partnership, changed.day()).forEach(each -> day.put(each.id(), each));
        var lacking = new Quality(parties).judge(day.values());
        day.values().forEach(each -> settle(each, lacking));
    }

    /// Unless it changed since it was judged; then the next round does it.
    private void settle(Activity judged, Map<String, List<Reason>> lacking) {
        activities.change(judged.partnership(), judged.id(), Cause.GIVEN, current -> {
            var now = current.orElseThrow().state();
            if (!now.equals(judged)) {
                return Change.none();
            }
            var judgement = Optional.ofNullable(lacking.get(now.id()))
                    .map(reasons -> new Judgement(Quality.normOf(now), reasons))
                    .orElse(now.published().judgement());
            return told(now, judgement);
        });
    }

    private static Change<Activity> told(Activity now, @Nullable Judgement judgement) {
        var was = now.published();
        var event = new Telling(now.with(new Published(true, judgement, was.told())))
                .event()
                .orElse(null);
        var next = now.with(new Published(true, judgement, event == null ? was.told() : event));
        if (next.equals(now)) {
            return Change.none();
        }
        return event == null || Objects.equals(event, was.told())
                ? Change.to(next)
                : Change.to(next, Outgoing.to(Topics.ACTIVITIES, now.id(), event));
    }
}
