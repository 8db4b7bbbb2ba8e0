package dev.tandem.credit.period;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.deal.Parties;
import dev.tandem.credit.ledger.PeriodClosed.Signature;
import dev.tandem.credit.period.Periods.Signing;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The periods of a partnership, and signing their statements.
@RestController
@RequestMapping("/credit/partnerships/{partnership}/periods")
class PeriodEndpoints {
    private final Parties parties;
    private final Periods periods;
    private final Clock clock;

    PeriodEndpoints(Parties parties, Periods periods, Clock clock) {
        this.parties = parties;
        this.periods = periods;
        this.clock = clock;
    }

    /// @param next the one that can be closed next, null before anything was posted
    record All(List<Closed> closed, @Nullable YearMonth next) {}

    record Closed(YearMonth period, long seq, Instant closedAt, String statementHash) {}

    /// @param statementHash of the statement that is signed, as it was read
    /// @param acceptsOpenItems whether the period may be closed though the checklist is not empty
    record NewSignature(String statementHash, boolean acceptsOpenItems) {}

    @GetMapping
    @Allowed({Role.FINANCE, Role.ALLIANCE_MANAGER})
    All all(CompanyCaller caller, @PathVariable PartnershipId partnership) {
        var found = found(caller, partnership).partnership();
        var closed = periods.closed(found).stream()
                .map(each -> new Closed(each.period(), each.seq(), each.knownAt(), each.statementHash()))
                .toList();
        return new All(closed, periods.next(found).orElse(null));
    }

    @GetMapping("/{period}")
    @Allowed({Role.FINANCE, Role.ALLIANCE_MANAGER})
    PeriodView period(CompanyCaller caller, @PathVariable PartnershipId partnership, @PathVariable String period) {
        return periods.view(found(caller, partnership), month(period));
    }

    @PostMapping("/{period}/signature")
    @Allowed(Role.FINANCE)
    PeriodView sign(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @PathVariable String period,
            IdempotencyKey key,
            Body<NewSignature> body) {
        var found = found(caller, partnership);
        var month = month(period);
        var cause = key.cause(body, 200);
        var signed = body.read();
        var signature = new Signature(caller.company(), caller.person(), clock.instant(), signed.statementHash());
        periods.sign(found, month, cause, new Signing(signature, signed.acceptsOpenItems()))
                .ifPresent(refusal -> {
                    throw Problem.conflict(broken(refusal.because()), refusal.allowed());
                });
        return periods.view(found, month);
    }

    private static Violation broken(Reason because) {
        var field = switch (because.code()) {
            case "STATEMENT_CHANGED" -> "statementHash";
            case "ITEMS_OPEN" -> "acceptsOpenItems";
            case "ALREADY_SIGNED" -> "company";
            default -> "period";
        };
        return new Violation(field, because.code(), because.sentence());
    }

    private PartnershipChanged found(CompanyCaller caller, PartnershipId partnership) {
        return parties.partnership(caller.company(), partnership).orElseThrow(Problem::notFound);
    }

    /// A month that is none is nothing that could ever be found.
    private static YearMonth month(String period) {
        try {
            return YearMonth.parse(period);
        } catch (DateTimeException none) {
            throw Problem.notFound();
        }
    }
}
