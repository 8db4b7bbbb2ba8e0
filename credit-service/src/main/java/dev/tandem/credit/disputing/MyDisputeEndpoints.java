package dev.tandem.credit.disputing;

import dev.tandem.contracts.DealId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.credit.deal.Parties;
import dev.tandem.credit.dispute.Disputes;
import dev.tandem.credit.plan.FiscalPeriod;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A rep's own disputes, and those that a manager raises for somebody of the team.
@RestController
@RequestMapping("/credit/me/disputes")
class MyDisputeEndpoints {
    private final Parties parties;
    private final Disputes disputes;
    private final Disputing disputing;
    private final Clock clock;

    MyDisputeEndpoints(Parties parties, Disputes disputes, Disputing disputing, Clock clock) {
        this.parties = parties;
        this.disputes = disputes;
        this.disputing = disputing;
        this.clock = clock;
    }

    /// @param rep whose statement it is, if it is not the caller's own
    /// @param seq of the line, with what else is on it as far as it is needed to tell it from others
    /// @param claimed what the line should be
    record NewDispute(
            @Nullable RepId rep,
            long seq,
            String rule,
            @Nullable DealId deal,
            @Nullable FiscalPeriod earnedIn,
            Money claimed,
            Reason reason) {}

    record Mine(List<DisputeView> disputes) {}

    @GetMapping
    @Allowed(Role.REP)
    Mine mine(CompanyCaller caller) {
        return new Mine(parties.repOf(caller.company(), caller.person()).stream()
                .flatMap(rep -> disputes.of(caller.company(), rep).stream())
                .map(dispute -> DisputeView.of(dispute, today()))
                .toList());
    }

    @PostMapping
    @Allowed(Role.REP)
    ResponseEntity<DisputeView> raise(CompanyCaller caller, IdempotencyKey key, Body<NewDispute> body) {
        var cause = key.cause(body, 201);
        var wanted = body.read();
        var raised = disputing.raise(
                caller, new Disputing.Command(key.documentId(), cause), wanted, rep(caller, wanted.rep()));
        return ResponseEntity.status(HttpStatus.CREATED).body(DisputeView.of(raised, today()));
    }

    /// One's own, or one whose manager one is today; nobody else's, whether there are such or not.
    private RepId rep(CompanyCaller caller, @Nullable RepId wanted) {
        var own = parties.repOf(caller.company(), caller.person())
                .orElseThrow(() -> Problem.invalid("rep", "NOT_A_REP", "you are no rep of your company's roster"));
        if (wanted == null || wanted.equals(own)) {
            return own;
        }
        return parties.managerOf(caller.company(), wanted, today())
                .filter(own::equals)
                .map(_ -> wanted)
                .orElseThrow(() -> Problem.invalid("rep", "NOT_YOUR_TEAM", "must be you or somebody of your team"));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
