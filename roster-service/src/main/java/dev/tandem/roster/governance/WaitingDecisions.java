package dev.tandem.roster.governance;

import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.roster.governance.Course.Status;
import dev.tandem.roster.queue.Source;
import dev.tandem.roster.queue.Waiting;
import dev.tandem.roster.queue.Waiting.Kind;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// The joint decisions that wait for a company's word.
@Component
class WaitingDecisions implements Source {
    private final JointDecisions decisions;

    WaitingDecisions(JointDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<Waiting> waiting(PartnershipChanged partnership, Asker asker) {
        if (partnership.inForce().isEmpty() || !asker.forCompany()) {
            return List.of();
        }
        return decisions.undecided(partnership.partnership(), asker.now(), LIMIT).stream()
                .filter(decision -> !decision.isAnsweredBy(asker.company()))
                .map(decision -> new Course(decision, asker.now()))
                .filter(course -> course.status() == Status.OPEN || course.status() == Status.ESCALATED)
                .map(course -> waiting(course, asker))
                .toList();
    }

    @Override
    public boolean isDefaulted(PartnershipChanged partnership, String path, Instant now) {
        return partnership.inForce().isPresent()
                && decisions
                        .find(partnership.partnership(), path.substring(path.lastIndexOf('/') + 1))
                        .map(decision -> new Course(decision, now).status())
                        .filter(status -> status == Status.APPROVED_BY_DEFAULT || status == Status.REJECTED_BY_DEFAULT)
                        .isPresent();
    }

    private static Waiting waiting(Course course, Asker asker) {
        var decision = course.decision();
        var terms = decision.terms();
        return new Waiting(
                Kind.DECISION,
                decision.partnership(),
                "/roster/partnerships/%s/decisions/%s".formatted(decision.partnership(), decision.id()),
                "Approve or reject: " + terms.subject(),
                new Waiting.Clock(
                        decision.proposed().at(), terms.deadline(), terms.byDefault() + " on " + terms.lastDay()),
                course.allowedWords(asker.company()));
    }
}
