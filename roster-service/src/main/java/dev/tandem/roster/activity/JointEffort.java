package dev.tandem.roster.activity;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import java.time.YearMonth;
import org.springframework.stereotype.Component;

/// What other features may ask about joint activities.
@Component
public final class JointEffort {
    private final Activities activities;

    JointEffort(Activities activities) {
        this.activities = activities;
    }

    /// What the parties did together, each activity that passed once.
    ///
    /// @param partnersCame to how many somebody came of a party that was invited
    public record Done(int activities, int introductions, int partnersCame) {}

    public Done between(PartnershipId partnership, YearMonth from, YearMonth through) {
        return new Done(
                activities.count(partnership, Tally.ACTIVITY, from, through),
                activities.count(partnership, Tally.INTRODUCTION, from, through),
                activities.count(partnership, Tally.PARTNERS_CAME, from, through));
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
