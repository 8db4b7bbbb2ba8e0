package dev.tandem.roster.learning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.queue.Source;
import dev.tandem.roster.queue.Waiting;
import dev.tandem.roster.queue.Waiting.Kind;
import dev.tandem.roster.rep.RepDirectory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Whom a question concerns: who asked it, and those it reached, in whose queues it is until somebody helped.
@RestController
class Asking implements Source {
    private static final int PART = 100;

    private final Questions questions;
    private final Experts experts;
    private final Agreements agreements;
    private final RepDirectory reps;

    Asking(Questions questions, Experts experts, Agreements agreements, RepDirectory reps) {
        this.questions = questions;
        this.experts = experts;
        this.agreements = agreements;
        this.reps = reps;
    }

    @Nullable
    RepId rep(CompanyCaller caller) {
        return reps.person(caller.company(), caller.person())
                .map(known -> known.rep().rep())
                .orElse(null);
    }

    boolean isAsked(Question question, CompanyId company, RepId rep) {
        return experts.isAsked(question, company, rep);
    }

    /// Of a question that no rep asked, any manager of that company.
    boolean isAsker(CompanyCaller caller, Question question) {
        return question.company().equals(caller.company())
                && (question.asker() == null
                        ? caller.has(Role.ALLIANCE_MANAGER)
                        : question.asker().equals(rep(caller)));
    }

    /// What the caller can do with it as it is, by the names of the operations.
    List<String> moves(CompanyCaller caller, Question question) {
        var rep = rep(caller);
        var moves = new ArrayList<String>();
        if (rep != null && question.takes(rep) && isAsked(question, caller.company(), rep)) {
            moves.add("answers");
        }
        if (question.open() && !question.answers().isEmpty() && isAsker(caller, question)) {
            moves.add("confirmation");
        }
        return List.copyOf(moves);
    }

    /// Those that the caller asked, or that are meant for the caller; none while no agreement is in force.
    @GetMapping("/roster/partnerships/{id}/questions")
    @Allowed({Role.REP, Role.ALLIANCE_MANAGER})
    Page<QuestionView> list(CompanyCaller caller, @PathVariable PartnershipId id, Paging paging) {
        var partnership = agreements.of(caller.company(), id).orElseThrow(Problem::notFound);
        if (partnership.inForce().isEmpty()) {
            return new Page<>(List.of(), null);
        }
        var rep = rep(caller);
        var seen = new ArrayList<Question>();
        var after = paging.after().orElse("");
        List<Question> part;
        do {
            part = questions.page(id, after, PART);
            part.stream()
                    .filter(each -> isAsker(caller, each) || (rep != null && isAsked(each, caller.company(), rep)))
                    .forEach(seen::add);
            after = part.isEmpty() ? after : part.getLast().id();
        } while (part.size() == PART && seen.size() < paging.fetch());
        var page = paging.page(seen.subList(0, Math.min(seen.size(), paging.fetch())), Question::id);
        return new Page<>(page.items().stream().map(QuestionView::of).toList(), page.next());
    }

    @Override
    public List<Waiting> waiting(PartnershipChanged partnership, Asker asker) {
        var rep = asker.rep();
        if (partnership.inForce().isEmpty() || rep == null) {
            return List.of();
        }
        return questions.open(partnership.partnership(), LIMIT).stream()
                .filter(question -> question.answerOf(rep).isEmpty())
                .filter(question -> isAsked(question, asker.company(), rep))
                .map(Asking::waiting)
                .toList();
    }

    private static Waiting waiting(Question question) {
        return new Waiting(
                Kind.QUESTION,
                question.partnership(),
                "/roster/partnerships/%s/questions/%s".formatted(question.partnership(), question.id()),
                "Answer, if you know: "
                        + question.text()
                                .substring(0, Math.min(200, question.text().length())),
                new Waiting.Clock(question.at(), null, "It stays unanswered."),
                List.of("answers"));
    }
}
