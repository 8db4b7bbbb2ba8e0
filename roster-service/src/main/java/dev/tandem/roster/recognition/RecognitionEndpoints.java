package dev.tandem.roster.recognition;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.activity.JointEffort;
import dev.tandem.roster.activity.JointEffort.Member;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.recognition.Recognition.Behaviour;
import dev.tandem.roster.recognition.Recognition.Person;
import dev.tandem.roster.recognition.Recognition.RecognitionAnswer;
import dev.tandem.roster.rep.RepDirectory;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Recognition over HTTP: a rep says who helped, another company confirms it, teams see how many count. There is no
/// list by which people could be compared.
@RestController
@RequestMapping("/roster/partnerships/{id}")
class RecognitionEndpoints {
    private static final int PEOPLE_MIN = 5;

    private final Recognitions recognitions;
    private final Agreements agreements;
    private final JointEffort effort;
    private final RepDirectory reps;
    private final Clock clock;

    RecognitionEndpoints(
            Recognitions recognitions, Agreements agreements, JointEffort effort, RepDirectory reps, Clock clock) {
        this.recognitions = recognitions;
        this.agreements = agreements;
        this.effort = effort;
        this.reps = reps;
        this.clock = clock;
    }

    /// @param activity a joint one that counts, in which both took part
    record NewRecognition(
            CompanyId company,
            RepId rep,
            @Schema(example = "SHARED_KNOWLEDGE") Behaviour behaviour,
            @NotBlank @Size(max = 64) String activity,
            Reason reason) {}

    /// @param confirmed whether you saw it so
    record NewRecognitionAnswer(@NotBlank @Size(max = 64) String recognition, boolean confirmed, Reason reason) {}

    /// One that is shown to who decides about it.
    record RecognitionView(
            String recognition,
            Person from,
            Person to,
            Behaviour behaviour,
            String activity,
            Said said,
            @Nullable RecognitionAnswer answer) {
        static RecognitionView of(Recognition found) {
            return new RecognitionView(
                    found.id(),
                    found.from(),
                    found.to(),
                    found.behaviour(),
                    found.activity(),
                    found.said(),
                    found.answer());
        }
    }

    /// @param counted null where fewer than five people were recognised
    record RecognisedTeam(
            CompanyId company,
            @Nullable Integer counted,
            @Nullable Reason suppressed) {}

    @PostMapping("/recognitions")
    @Allowed({Role.REP, Role.ALLIANCE_MANAGER})
    ResponseEntity<RecognitionView> recognise(
            CompanyCaller caller, @PathVariable PartnershipId id, IdempotencyKey key, Body<NewRecognition> body) {
        var partnership = agreements.governed(caller.company(), id);
        var news = body.read();
        var from = reps.person(caller.company(), caller.person())
                .map(known -> new Person(caller.company(), known.rep().rep()))
                .orElseThrow(() -> Problem.invalid("rep", "NOT_A_REP", "only reps recognise: you are none"));
        check(partnership, from, news);
        var said = new Said(caller.company(), news.reason(), clock.instant());
        var to = new Person(news.company(), news.rep());
        var recognition =
                new Recognition(key.documentId(), id, from, to, news.behaviour(), news.activity(), said, null);
        var now = recognitions.change(id, recognition.id(), key.cause(body, 201), current -> {
            if (current.isEmpty()
                    && recognitions.ofMonth(id, recognition.month()).size() >= Recognitions.OF_A_MONTH_MAX) {
                throw Problem.conflict("TOO_MANY", "A month has 1000 recognitions at most.", List.of());
            }
            return current.isPresent() ? Change.none() : Change.to(recognition);
        });
        return ResponseEntity.status(HttpStatus.CREATED).body(RecognitionView.of(now));
    }

    /// Whoever is not in the activity is not there for the caller, so that no one can be found out by trying.
    private void check(PartnershipChanged partnership, Person from, NewRecognition news) {
        if (from.rep().equals(news.rep())) {
            throw Problem.invalid("rep", "OWN", "nobody recognises oneself");
        }
        var one = new Member(from.company(), from.rep());
        var other = new Member(news.company(), news.rep());
        if (!effort.evidences(partnership.partnership(), news.activity(), one, other)) {
            throw Problem.invalid("activity", "NO_EVIDENCE", "name a joint activity that counts, with both in it");
        }
    }

    /// By an alliance manager of another company than that of the rep who said it.
    @PostMapping("/recognition-answers")
    @Allowed(Role.ALLIANCE_MANAGER)
    RecognitionView answer(
            CompanyCaller caller, @PathVariable PartnershipId id, IdempotencyKey key, Body<NewRecognitionAnswer> body) {
        var _ = agreements.governed(caller.company(), id);
        var news = body.read();
        if (recognitions.find(id, news.recognition()).isEmpty()) {
            throw Problem.invalid("recognition", "UNKNOWN", "is no recognition of the partnership");
        }
        var answer =
                new RecognitionAnswer(news.confirmed(), new Said(caller.company(), news.reason(), clock.instant()));
        return RecognitionView.of(recognitions.change(id, news.recognition(), key.cause(body, 200), current -> {
            var was = current.map(Versioned::state).orElseThrow(Problem::notFound);
            if (was.answer() != null || was.from().company().equals(caller.company())) {
                throw Problem.conflict("NOT_ALLOWED_NOW", "Another company answers it, once.", List.of());
            }
            return Change.to(was.answered(answer));
        }));
    }

    /// How many count, team by team, in a month of UTC's.
    @GetMapping("/recognised-teams")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    Page<RecognisedTeam> teams(CompanyCaller caller, @PathVariable PartnershipId id, @RequestParam YearMonth period) {
        var partnership = agreements.governed(caller.company(), id);
        var counted = new Counting(recognitions.ofMonth(id, period)).teams();
        return new Page<>(
                partnership.parties().stream()
                        .map(party -> team(party, counted.get(party.value())))
                        .toList(),
                null);
    }

    private static RecognisedTeam team(CompanyId company, Counting.@Nullable Team team) {
        return team == null || team.people().size() < PEOPLE_MIN
                ? new RecognisedTeam(
                        company,
                        null,
                        new Reason("FEWER_THAN_FIVE", "Figures are of five people at least, never of single ones."))
                : new RecognisedTeam(company, team.counted(), null);
    }
}
