package dev.tandem.roster.activity;

import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.roster.activity.Activities.Range;
import dev.tandem.roster.activity.Standing.Move;
import dev.tandem.roster.activity.Standing.Status;
import dev.tandem.roster.queue.Source;
import dev.tandem.roster.queue.Waiting;
import dev.tandem.roster.queue.Waiting.Kind;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The activities that wait for a company's word: whether it was so, and that the others' people were there.
@Component
class WaitingActivities implements Source {
    private final Activities activities;

    WaitingActivities(Activities activities) {
        this.activities = activities;
    }

    @Override
    public List<Waiting> waiting(PartnershipChanged partnership, Asker asker) {
        if (partnership.inForce().isEmpty() || !asker.forCompany()) {
            return List.of();
        }
        var range = new Range("", LIMIT);
        var company = asker.company();
        return Stream.concat(
                        activities.awaited(partnership.partnership(), asker.now(), LIMIT).stream()
                                .filter(activity -> !activity.by().equals(company))
                                .filter(activity -> standing(activity, asker).status() == Status.REPORTED)
                                .map(activity -> confirmation(activity, asker)),
                        activities.unacknowledged(partnership.partnership(), range).stream()
                                .filter(activity -> standing(activity, asker)
                                        .allowedTo(company)
                                        .contains(Move.ACKNOWLEDGEMENT))
                                .map(activity -> acknowledgement(activity, asker)))
                .limit(LIMIT)
                .toList();
    }

    private static Standing standing(Activity activity, Asker asker) {
        return new Standing(activity, asker.now());
    }

    @Override
    public boolean isDefaulted(PartnershipChanged partnership, String path, Instant now) {
        return partnership.inForce().isPresent()
                && activities
                        .find(partnership.partnership(), path.substring(path.lastIndexOf('/') + 1))
                        .filter(activity -> new Standing(activity, now).status() == Status.LAPSED)
                        .isPresent();
    }

    private static Waiting confirmation(Activity activity, Asker asker) {
        return new Waiting(
                Kind.ACTIVITY,
                activity.partnership(),
                path(activity),
                "Confirm or contest a %s of %s.".formatted(activity.facts().kind(), activity.day()),
                new Waiting.Clock(activity.reported().at(), activity.confirmBy(), "It lapses, and does not count."),
                standing(activity, asker).allowedWords(asker.company()));
    }

    private static Waiting acknowledgement(Activity activity, Asker asker) {
        var since = activity.words().getFirst().said().at();
        return new Waiting(
                Kind.ACKNOWLEDGEMENT,
                activity.partnership(),
                path(activity),
                "Say whether those were there whom the others named for a %s of %s."
                        .formatted(activity.facts().kind(), activity.day()),
                new Waiting.Clock(since, null, "What they contributed waits for a confirmation in credit."),
                standing(activity, asker).allowedWords(asker.company()));
    }

    private static String path(Activity activity) {
        return "/roster/partnerships/%s/activities/%s".formatted(activity.partnership(), activity.id());
    }
}
