package dev.tandem.credit.earning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.credit.earning.PlanTrial.Span;
import dev.tandem.credit.plan.FiscalPeriod;
import dev.tandem.credit.planning.OwnPlans;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// "What if" of a compensation plan, before anybody approves it and before a period begins.
@RestController
class PlanTrialEndpoints {
    private static final int PERIODS_MAX = 60;

    private final OwnPlans plans;
    private final PlanTrial trial;

    PlanTrialEndpoints(OwnPlans plans, PlanTrial trial) {
        this.plans = plans;
        this.trial = trial;
    }

    /// What each of one's own people would have been due of the deals of these fiscal periods, had the proposed
    /// revision governed them all, and what they are due as things are.
    ///
    /// @param period the first fiscal period whose deals are tried
    /// @param through the last one; the same, if left out
    @GetMapping("/credit/companies/{company}/plans/{proposal}/trial")
    @Allowed(Role.FINANCE)
    PlanTrial.Tried trial(
            CompanyCaller caller,
            @PathVariable CompanyId company,
            @PathVariable String proposal,
            @RequestParam FiscalPeriod period,
            @RequestParam(required = false) @org.jspecify.annotations.Nullable FiscalPeriod through) {
        if (!caller.company().equals(company)) {
            throw Problem.notFound();
        }
        var draft = plans.proposed(company, proposal).orElseThrow(Problem::notFound);
        var last = through == null ? period : through;
        if (last.compareTo(period) < 0 || last.compareTo(period.plus(PERIODS_MAX)) >= 0) {
            throw Problem.invalid(
                    "through", "RANGE", "must be in the " + PERIODS_MAX + " periods from period on, which it begins");
        }
        return trial.of(company, draft, new Span(period, last));
    }
}
