package dev.tandem.roster.activity;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.roster.activity.Activities.Range;
import dev.tandem.roster.activity.Standing.Move;
import dev.tandem.roster.activity.Standing.Status;
import dev.tandem.roster.queue.Source;
import dev.tandem.roster.queue.Waiting;
import dev.tandem.roster.queue.Waiting.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The activities that wait for a company's word: whether it was so, and that the others' people were there.
@Component
class WaitingActivities implements Source {
    private final Activities activities;
    private final Reporting reporting;

    WaitingActivities(Activities activities, Reporting reporting) {
        this.activities = activities;
        this.reporting = reporting;
    }

    @Override
    public List<Waiting> waiting(PartnershipChanged partnership, Asker asker) {
        if (partnership.inForce().isEmpty() || !asker.forCompany()) {
            return List.of();
        }
        var range = new Range("", LIMIT);
        var company = asker.company();
        return Stream.concat(
                        activities.awaited(partnership.partnership(), range).stream()
                                .filter(activity -> !activity.by().equals(company))
                                .filter(activity -> standing(activity).status() == Status.REPORTED)
                                .map(activity -> confirmation(activity, company)),
                        activities.unacknowledged(partnership.partnership(), range).stream()
                                .filter(activity ->
                                        standing(activity).allowedTo(company).contains(Move.ACKNOWLEDGEMENT))
                                .map(activity -> acknowledgement(activity, company)))
                .limit(LIMIT)
                .toList();
    }

    private Standing standing(Activity activity) {
        return new Standing(activity, reporting.now());
    }

    private Waiting confirmation(Activity activity, CompanyId company) {
        return new Waiting(
                Kind.ACTIVITY,
                activity.partnership(),
                path(activity),
                "Confirm or contest a %s of %s.".formatted(activity.facts().kind(), activity.day()),
                new Waiting.Clock(activity.reported().at(), activity.confirmBy(), "It lapses, and does not count."),
                standing(activity).allowedWords(company));
    }

    private Waiting acknowledgement(Activity activity, CompanyId company) {
        var since = activity.words().getFirst().said().at();
        return new Waiting(
                Kind.ACKNOWLEDGEMENT,
                activity.partnership(),
                path(activity),
                "Say whether those were there whom the others named for a %s of %s."
                        .formatted(activity.facts().kind(), activity.day()),
                new Waiting.Clock(since, null, "What they contributed waits for a confirmation in credit."),
                standing(activity).allowedWords(company));
    }

    private static String path(Activity activity) {
        return "/roster/partnerships/%s/activities/%s".formatted(activity.partnership(), activity.id());
    }
}
