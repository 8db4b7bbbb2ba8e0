package dev.tandem.credit.disputing;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.credit.dispute.Dispute;
import dev.tandem.credit.dispute.Disputes;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The disputes of a company's reps, for its finance to answer. For every other company there are
/// none.
@RestController
@RequestMapping("/credit/companies/{company}/disputes")
class DisputeEndpoints {
    private final Disputes disputes;
    private final Disputing disputing;
    private final Clock clock;

    DisputeEndpoints(Disputes disputes, Disputing disputing, Clock clock) {
        this.disputes = disputes;
        this.disputing = disputing;
        this.clock = clock;
    }

    /// @param amount what the line should be, only where it is neither as it was nor as claimed
    record NewResolution(Dispute.Outcome outcome, @Nullable Money amount, Reason reason) {}

    @GetMapping
    @Allowed(Role.FINANCE)
    Page<DisputeView> all(CompanyCaller caller, @PathVariable CompanyId company, Paging paging) {
        own(caller, company);
        var rows = disputes.page(company, paging.after().orElse(""), paging.fetch()).stream()
                .map(dispute -> DisputeView.of(dispute, today()))
                .toList();
        return paging.page(rows, DisputeView::id);
    }

    /// Posted with its reason; never by who raised it, or whose line it is.
    @PostMapping("/{dispute}/resolution")
    @Allowed(Role.FINANCE)
    DisputeView resolve(
            CompanyCaller caller,
            @PathVariable CompanyId company,
            @PathVariable String dispute,
            IdempotencyKey key,
            Body<NewResolution> body) {
        own(caller, company);
        var found = disputes.find(company, dispute).orElseThrow(Problem::notFound);
        var cause = key.cause(body, 200);
        return DisputeView.of(disputing.resolve(caller, found, cause, body.read()), today());
    }

    private static void own(CompanyCaller caller, CompanyId company) {
        if (!caller.company().equals(company)) {
            throw Problem.notFound();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
