package dev.tandem.roster.learning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.learning.Question.Helped;
import dev.tandem.roster.learning.Question.QuestionAnswer;
import dev.tandem.roster.mapping.JointOwners;
import dev.tandem.roster.partnership.Agreements;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Find an expert, over HTTP: ask, answer, and say who helped, which makes the answer a contribution.
@RestController
@RequestMapping("/roster/partnerships/{id}/questions")
class QuestionEndpoints {
    private final Questions questions;
    private final Asking asking;
    private final Agreements agreements;
    private final JointOwners joints;
    private final Clock clock;

    QuestionEndpoints(Questions questions, Asking asking, Agreements agreements, JointOwners joints, Clock clock) {
        this.questions = questions;
        this.asking = asking;
        this.agreements = agreements;
        this.joints = joints;
        this.clock = clock;
    }

    /// @param topics skills, products or roles of those who may know
    /// @param jointAccount on which the answer helps
    record NewQuestion(
            @Schema(example = "[\"data migration\"]") @Size(min = 1, max = 5)
            List<@NotBlank @Size(max = 100) String> topics,

            @Schema(example = "Who has moved 10 TB in a weekend?") @NotBlank @Size(max = 4_000)
            String text,

            @Nullable JointAccountId jointAccount) {}

    record NewQuestionAnswer(@NotBlank @Size(max = 10_000) String text) {}

    /// Whose answer helped, and why.
    record NewHelped(CompanyId company, RepId rep, Reason reason) {}

    @PostMapping
    @Allowed({Role.REP, Role.ALLIANCE_MANAGER})
    ResponseEntity<QuestionView> ask(
            CompanyCaller caller, @PathVariable PartnershipId id, IdempotencyKey key, Body<NewQuestion> body) {
        var _ = agreements.governed(caller.company(), id);
        var news = body.read();
        if (news.jointAccount() != null && !joints.isJoint(id, news.jointAccount())) {
            throw Problem.invalid("jointAccount", "UNKNOWN", "is no joint account of the partnership");
        }
        var question = new Question(
                key.documentId(),
                id,
                caller.company(),
                asking.rep(caller),
                news.topics(),
                news.text(),
                news.jointAccount(),
                clock.instant(),
                List.of(),
                null);
        var now = questions.change(
                id,
                question.id(),
                key.cause(body, 201),
                current -> current.isPresent() ? Change.none() : Change.to(question));
        return ResponseEntity.status(HttpStatus.CREATED).body(QuestionView.of(now));
    }

    /// By a rep whom it reached.
    @PostMapping("/{question}/answers")
    @Allowed({Role.REP, Role.ALLIANCE_MANAGER})
    QuestionView answer(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            @PathVariable String question,
            IdempotencyKey key,
            Body<NewQuestionAnswer> body) {
        var found = found(caller, id, question);
        var rep = asking.rep(caller);
        if (rep == null || !asking.isAsked(found, caller.company(), rep)) {
            throw Problem.conflict(
                    "NOT_ASKED", "The question is for those who know about its topics.", asking.moves(caller, found));
        }
        var answer = new QuestionAnswer(caller.company(), rep, body.read().text(), clock.instant());
        return QuestionView.of(questions.change(id, question, key.cause(body, 200), current -> {
            var was = current.map(Versioned::state).orElseThrow(Problem::notFound);
            if (!was.takes(rep)) {
                throw Problem.conflict("CLOSED", "It is answered, or has answers enough.", List.of());
            }
            return Change.to(was.answered(answer));
        }));
    }

    /// By who asked: this closes it, and tells of the contribution where it helps on a joint account.
    @PostMapping("/{question}/confirmation")
    @Allowed({Role.REP, Role.ALLIANCE_MANAGER})
    QuestionView confirm(
            CompanyCaller caller,
            @PathVariable PartnershipId id,
            @PathVariable String question,
            IdempotencyKey key,
            Body<NewHelped> body) {
        var found = found(caller, id, question);
        if (!asking.isAsker(caller, found)) {
            throw Problem.conflict("NOT_THE_ASKER", "Who asked says whose answer helped.", asking.moves(caller, found));
        }
        var news = body.read();
        if (found.answerOf(news.rep())
                .filter(answer -> answer.company().equals(news.company()))
                .isEmpty()) {
            throw Problem.invalid("rep", "NO_ANSWER", "has not answered");
        }
        var helped = new Helped(news.company(), news.rep(), news.reason(), clock.instant());
        return QuestionView.of(questions.change(id, question, key.cause(body, 200), current -> {
            var was = current.map(Versioned::state).orElseThrow(Problem::notFound);
            if (!was.open()) {
                throw Problem.conflict("CLOSED", "Somebody has helped already.", List.of());
            }
            var now = was.helped(helped);
            return Change.to(now, Helping.events(now));
        }));
    }

    private Question found(CompanyCaller caller, PartnershipId id, String question) {
        if (agreements.of(caller.company(), id).isEmpty()) {
            throw Problem.notFound();
        }
        var found = questions.find(id, question).orElseThrow(Problem::notFound);
        var _ = agreements.governed(caller.company(), id);
        return found;
    }
}
