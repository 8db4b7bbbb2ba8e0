package dev.tandem.roster.learning;

import dev.tandem.contracts.ActivityId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.Topics;
import dev.tandem.contracts.activity.ActivityChanged;
import dev.tandem.contracts.activity.ActivityChanged.Contribution;
import dev.tandem.contracts.partnership.Act;
import dev.tandem.kit.store.Outgoing;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// What the other services are told of an answer that helped. What one's own colleague answered is no joint
/// contribution, nor is what helps on no joint account.
final class Helping {
    private Helping() {}

    static List<Outgoing> events(Question question) {
        var helped = question.helped();
        var joint = question.jointAccount();
        if (helped == null || joint == null || helped.company().equals(question.company())) {
            return List.of();
        }
        var why = new Reason("ANSWERED", "Answered a question of a partner, who confirmed that it helped.");
        var event = new ActivityChanged(
                new ActivityId(question.id()),
                question.partnership(),
                joint,
                null,
                LocalDate.ofInstant(helped.at(), ZoneOffset.UTC),
                helped.at(),
                List.of(question.company()),
                List.of(new Contribution(helped.company(), helped.rep(), Act.SUPPORTED, true, false, why)));
        return List.of(Outgoing.to(Topics.ACTIVITIES, question.id(), event));
    }
}
