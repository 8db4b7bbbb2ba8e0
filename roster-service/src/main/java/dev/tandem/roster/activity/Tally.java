package dev.tandem.roster.activity;

import java.util.EnumSet;
import java.util.Set;

/// What an activity that passed the agreed norm counts as, once each.
enum Tally {
    ACTIVITY,
    INTRODUCTION,
    /// Somebody came of a party that was invited.
    PARTNERS_CAME;

    static Set<Tally> of(Activity activity) {
        var counts = EnumSet.noneOf(Tally.class);
        if (!activity.passes()) {
            return counts;
        }
        counts.add(ACTIVITY);
        if (activity.facts().kind() == Kind.INTRODUCTION) {
            counts.add(INTRODUCTION);
        }
        var invited = activity.facts().invited();
        if (activity.present().stream().anyMatch(each -> invited.contains(each.company()))) {
            counts.add(PARTNERS_CAME);
        }
        return counts;
    }
}
