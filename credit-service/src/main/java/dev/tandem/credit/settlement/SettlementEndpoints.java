package dev.tandem.credit.settlement;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.deal.Parties;
import dev.tandem.credit.settlement.Signed.Signature;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the parties owe one another: posting it, reading it, and signing it.
@RestController
@RequestMapping("/credit/partnerships/{partnership}/settlement")
class SettlementEndpoints {
    private final Parties parties;
    private final Settling settling;
    private final Clock clock;

    SettlementEndpoints(Parties parties, Settling settling, Clock clock) {
        this.parties = parties;
        this.settling = settling;
        this.clock = clock;
    }

    /// @param next the period that can be signed next, null before anything was posted
    record Periods(List<YearMonth> signed, @Nullable YearMonth next) {}

    /// @param through the last month that is posted
    record NewRun(YearMonth through) {}

    /// @param posted for how many things something was posted
    record Run(YearMonth through, int posted) {}

    /// @param statementHash of the statement that is signed, as it was read
    record NewSignature(String statementHash) {}

    @GetMapping("/periods")
    @Allowed({Role.FINANCE, Role.ALLIANCE_MANAGER})
    Periods periods(CompanyCaller caller, @PathVariable PartnershipId partnership) {
        var id = found(caller, partnership).partnership();
        return new Periods(settling.signed(id), settling.standing(id).next().orElse(null));
    }

    /// @param asOf the last link that is read; all there are, if left out
    @GetMapping("/periods/{period}")
    @Allowed({Role.FINANCE, Role.ALLIANCE_MANAGER})
    SettlementView period(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @PathVariable String period,
            @RequestParam(required = false) @Nullable Long asOf) {
        var found = found(caller, partnership).partnership();
        return asOf == null ? view(found, month(period)) : settling.known(found, month(period), asOf);
    }

    private SettlementView view(PartnershipId partnership, YearMonth period) {
        var statement = settling.statement(partnership, period);
        return settling.signed(partnership, period)
                .map(signed -> SettlementView.of(statement, signed.signatures(), signed.knownAt()))
                .orElseGet(() -> SettlementView.of(
                        statement, settling.signaturesUnder(partnership, period).all(), null));
    }

    /// What stands behind a period's balances, in the order of posting.
    @GetMapping("/periods/{period}/lines")
    @Allowed({Role.FINANCE, Role.ALLIANCE_MANAGER})
    Page<Statement.Line> lines(
            CompanyCaller caller, @PathVariable PartnershipId partnership, @PathVariable String period, Paging paging) {
        var found = found(caller, partnership).partnership();
        var after = paging.after().map(Integer::parseInt).orElse(0);
        var all = settling.lines(found, month(period));
        var rows = IntStream.range(after, Math.min(all.size(), after + paging.fetch()))
                .mapToObj(index -> new Numbered(index + 1, all.get(index)))
                .toList();
        var page = paging.page(rows, row -> Integer.toString(row.number()));
        return new Page<>(page.items().stream().map(Numbered::line).toList(), page.next());
    }

    private record Numbered(int number, Statement.Line line) {}

    /// Posts what is due and not posted yet.
    @PostMapping("/runs")
    @Allowed(Role.FINANCE)
    Run run(CompanyCaller caller, @PathVariable PartnershipId partnership, IdempotencyKey key, Body<NewRun> body) {
        var found = found(caller, partnership);
        var cause = key.cause(body, 200);
        var through = body.read().through();
        return new Run(through, settling.run(found, through, cause));
    }

    @PostMapping("/periods/{period}/signature")
    @Allowed(Role.FINANCE)
    SettlementView sign(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @PathVariable String period,
            IdempotencyKey key,
            Body<NewSignature> body) {
        var found = found(caller, partnership);
        var month = month(period);
        var cause = key.cause(body, 200);
        var signature = new Signature(
                caller.company(), caller.person(), clock.instant(), body.read().statementHash());
        settling.sign(found, month, cause, signature).ifPresent(refusal -> {
            throw Problem.conflict(broken(refusal.because()), refusal.allowed());
        });
        return view(partnership, month);
    }

    private static Violation broken(Reason because) {
        var field = switch (because.code()) {
            case "ALREADY_SIGNED" -> "company";
            case "STATEMENT_CHANGED" -> "statementHash";
            default -> "period";
        };
        return new Violation(field, because.code(), because.sentence());
    }

    /// Whether every link of the chain is as it was written.
    @GetMapping("/verification")
    @Allowed({Role.FINANCE, Role.ALLIANCE_MANAGER})
    Chain.Verified verification(CompanyCaller caller, @PathVariable PartnershipId partnership) {
        return settling.verified(found(caller, partnership).partnership());
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
