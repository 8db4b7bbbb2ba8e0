package dev.tandem.roster.activity;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.roster.activity.Activities.Days;
import dev.tandem.roster.activity.Activities.Range;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Finds the activities of the same people around the same time, which are those that one can keep from counting, or
/// be kept by.
@Component
final class Neighbours {
    private static final int PART = 200;

    private final Activities activities;

    Neighbours(Activities activities) {
        this.activities = activities;
    }

    /// Of the activity as it is, and as it counted when it was settled last.
    Collection<Activity> of(Activity activity) {
        var near = new TreeMap<String, Activity>();
        Stream.concat(
                        Stream.of(Counted.facts(activity)),
                        Stream.ofNullable(activity.published().counted()))
                .distinct()
                .forEach(counted -> counted.people().forEach(rep -> put(near, activity.partnership(), counted, rep)));
        near.remove(activity.id());
        return near.values();
    }

    private void put(Map<String, Activity> near, PartnershipId partnership, Counted around, RepId rep) {
        var days = new Days(day(around, -1), day(around, 1));
        var after = "";
        List<Activity> part;
        do {
            part = activities.ofPerson(partnership, rep, days, new Range(after, PART));
            part.stream()
                    .filter(other -> around.isNear(other.facts().start()))
                    .forEach(other -> near.put(other.id(), other));
            after = part.isEmpty() ? after : part.getLast().id();
        } while (part.size() == PART);
    }

    private static LocalDate day(Counted around, int sign) {
        var edge = around.start().plus(Counted.REACH.multipliedBy(sign));
        return LocalDate.ofInstant(edge, ZoneOffset.UTC);
    }
}
