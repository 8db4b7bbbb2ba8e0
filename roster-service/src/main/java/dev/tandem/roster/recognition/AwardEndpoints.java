package dev.tandem.roster.recognition;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.recognition.Award.AwardTeam;
import dev.tandem.roster.recognition.Award.AwardText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The joint award over HTTP: one management proposes it, the others confirm it, each can take it back.
@RestController
@RequestMapping("/roster/partnerships/{id}")
class AwardEndpoints {
    private final Awards awards;
    private final Agreements agreements;
    private final Members members;
    private final Clock clock;

    AwardEndpoints(Awards awards, Agreements agreements, Members members, Clock clock) {
        this.awards = awards;
        this.agreements = agreements;
        this.members = members;
        this.clock = clock;
    }

    /// @param teams each of people of at least two companies
    /// @param evidence what it rests on
    record NewAward(
            @Schema(example = "2026-03") YearMonth period,

            @Schema(example = "Team of the quarter") @NotBlank @Size(max = 200)
            String title,

            @Size(min = 1, max = 5) List<@Valid AwardTeam> teams,

            @Schema(example = "[\"goal north: 112 %\"]") @Size(min = 1, max = 20)
            List<@NotBlank @Size(max = 500) String> evidence,

            Reason reason) {}

    /// Of which period, and why.
    record OfPeriod(YearMonth period, Reason reason) {}

    /// @param allowed what the viewer can do now
    record AwardView(
            YearMonth period,
            Award.Status status,
            AwardText text,
            Said proposed,
            List<Said> confirmed,
            List<String> allowed) {
        static AwardView of(Award award, PartnershipChanged partnership, CompanyId viewer) {
            return new AwardView(
                    award.period(),
                    award.status(partnership.parties()),
                    award.text(),
                    award.proposed(),
                    award.confirmed(),
                    award.allowedTo(viewer));
        }
    }

    @PostMapping("/award-proposals")
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<AwardView> propose(
            CompanyCaller caller, @PathVariable PartnershipId id, IdempotencyKey key, Body<NewAward> body) {
        var partnership = agreements.governed(caller.company(), id);
        var news = body.read();
        members.check(partnership, caller.company(), news.teams());
        var text = new AwardText(news.title(), news.teams(), news.evidence());
        var said = new Said(caller.company(), news.reason(), clock.instant());
        var now = awards.change(id, news.period(), key.cause(body, 201), current -> {
            var was = current.map(Versioned::state);
            was.filter(found -> found.withdrawn() == null).ifPresent(found -> {
                var allowed = found.allowedTo(caller.company());
                throw Problem.conflict("ONE_A_PERIOD", "The period has an award, or a proposal of one.", allowed);
            });
            var award = Award.proposed(id, news.period(), text, said);
            return Change.to(
                    was.filter(Award::told).map(_ -> award.told(true).touched()).orElse(award));
        });
        return ResponseEntity.status(HttpStatus.CREATED).body(AwardView.of(now, partnership, caller.company()));
    }

    @PostMapping("/award-confirmations")
    @Allowed(Role.ALLIANCE_MANAGER)
    AwardView confirm(CompanyCaller caller, @PathVariable PartnershipId id, IdempotencyKey key, Body<OfPeriod> body) {
        return moved(caller, id, new Asked(key, body, "confirmation"), Award::confirmed);
    }

    @PostMapping("/award-withdrawals")
    @Allowed(Role.ALLIANCE_MANAGER)
    AwardView withdraw(CompanyCaller caller, @PathVariable PartnershipId id, IdempotencyKey key, Body<OfPeriod> body) {
        return moved(caller, id, new Asked(key, body, "withdrawal"), Award::withdrawn);
    }

    /// While no agreement is in force there is none to see.
    @GetMapping("/awards")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN, Role.REP})
    Page<AwardView> list(CompanyCaller caller, @PathVariable PartnershipId id, Paging paging) {
        var partnership = agreements.of(caller.company(), id).orElseThrow(Problem::notFound);
        if (partnership.inForce().isEmpty()) {
            return new Page<>(List.of(), null);
        }
        var page = paging.page(awards.page(id, paging.after().orElse(""), paging.fetch()), Versioned::id);
        return new Page<>(
                page.items().stream()
                        .map(found -> AwardView.of(found.state(), partnership, caller.company()))
                        .toList(),
                page.next());
    }

    /// What is asked.
    private record Asked(IdempotencyKey key, Body<OfPeriod> body, String move) {}

    private AwardView moved(CompanyCaller caller, PartnershipId id, Asked asked, BiFunction<Award, Said, Award> step) {
        var partnership = agreements.governed(caller.company(), id);
        var period = asked.body().read().period();
        var said = new Said(caller.company(), asked.body().read().reason(), clock.instant());
        if (awards.find(id, period).isEmpty()) {
            throw Problem.invalid("period", "NO_AWARD", "has no award, nor a proposal of one");
        }
        var now = awards.change(id, period, asked.key().cause(asked.body(), 200), current -> {
            var was = current.map(Versioned::state).orElseThrow(Problem::notFound);
            if (!was.allowedTo(caller.company()).contains(asked.move())) {
                throw Problem.conflict(
                        "NOT_ALLOWED_NOW", "That is not yours to do now.", was.allowedTo(caller.company()));
            }
            return Change.to(step.apply(was, said));
        });
        return AwardView.of(now, partnership, caller.company());
    }
}
