package dev.tandem.roster.activity;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.roster.activity.Activities.Range;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// What other features may ask about joint activities.
@Component
public final class JointEffort {
    private static final int PART = 200;

    private final Activities activities;

    JointEffort(Activities activities) {
        this.activities = activities;
    }

    /// What the parties did together, each activity that passed once.
    ///
    /// @param partnersCame to how many somebody came of a party that was invited
    public record Done(int activities, int introductions, int partnersCame) {}

    public Done between(PartnershipId partnership, YearMonth from, YearMonth through) {
        var passed = new ArrayList<Activity>();
        for (var month = from; !month.isAfter(through); month = month.plusMonths(1)) {
            passed.addAll(ofMonth(partnership, month));
        }
        return new Done(
                passed.size(),
                (int) passed.stream()
                        .filter(activity -> activity.facts().kind() == Kind.INTRODUCTION)
                        .count(),
                (int) passed.stream().filter(JointEffort::hasGuests).count());
    }

    private static boolean hasGuests(Activity activity) {
        return activity.present().stream()
                .anyMatch(each -> activity.facts().invited().contains(each.company()));
    }

    private List<Activity> ofMonth(PartnershipId partnership, YearMonth month) {
        var all = new ArrayList<Activity>();
        var after = "";
        List<Activity> part;
        do {
            part = activities.ofMonth(partnership, month, new Range(after, PART));
            part.stream().filter(Activity::passes).forEach(all::add);
            after = part.isEmpty() ? after : part.getLast().id();
        } while (part.size() == PART);
        return all;
    }

    /// A rep of a company.
    public record Member(CompanyId company, RepId rep) {}

    /// Whether these two, who are not the same, took part in it, and it passed the agreed norm.
    public boolean evidences(PartnershipId partnership, String activity, Member one, Member other) {
        return !one.equals(other)
                && activities
                        .find(partnership, activity)
                        .filter(Activity::passes)
                        .map(found -> isIn(found, one) && isIn(found, other))
                        .orElse(false);
    }

    private static boolean isIn(Activity activity, Member member) {
        return activity.present().stream()
                .anyMatch(each ->
                        each.company().equals(member.company()) && each.rep().equals(member.rep()));
    }
}
