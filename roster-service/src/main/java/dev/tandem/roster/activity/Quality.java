package dev.tandem.roster.activity;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import dev.tandem.roster.terms.ActivityNorm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The quality test: what an activity lacks to count. Many poor ones are worth nothing, and one that is cut into
/// several, or reported twice, counts once.
///
/// @param parties of the partnership
record Quality(Collection<CompanyId> parties) {
    static final Comparator<Activity> AS_REPORTED = Comparator.comparing(
                    (Activity activity) -> activity.reported().at())
            .thenComparing(Activity::id);

    /// What each of the confirmed activities lacks, by id; who reported first counts first.
    Map<String, List<Reason>> judge(Collection<Activity> all) {
        var lacking = new TreeMap<String, List<Reason>>();
        var counted = new ArrayList<Counted>();
        all.stream().filter(Activity::isConfirmed).sorted(AS_REPORTED).forEach(activity -> {
            var reasons = lacking(activity, counted);
            lacking.put(activity.id(), reasons);
            if (reasons.isEmpty()) {
                counted.add(Counted.facts(activity));
            }
        });
        return lacking;
    }

    static @Nullable ActivityNorm normOf(Activity activity) {
        var judged = activity.published().judgement();
        return judged == null ? null : judged.norm();
    }

    /// @param counted those that were reported before it
    List<Reason> lacking(Activity activity, Collection<Counted> counted) {
        var norm = normOf(activity);
        var reasons = new ArrayList<Reason>();
        if (norm != null && activity.facts().minutes() < norm.minutesMin()) {
            reasons.add(new Reason("TOO_SHORT", "It took less than the agreed " + norm.minutesMin() + " minutes."));
        }
        if (norm != null && norm.bothSides() && !activity.isAttendedByAll(parties)) {
            reasons.add(new Reason("ONE_SIDED", "Not every party took part."));
        }
        if (norm != null && norm.evidence() && activity.facts().evidence().isEmpty()) {
            reasons.add(new Reason("NO_EVIDENCE", "Nothing evidences it."));
        }
        if (counted.stream().anyMatch(Counted.facts(activity)::repeats)) {
            reasons.add(new Reason("REPEATED", "The same people are counted for that time, or for that account."));
        }
        return reasons;
    }
}
