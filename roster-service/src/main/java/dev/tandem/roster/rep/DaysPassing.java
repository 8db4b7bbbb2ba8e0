package dev.tandem.roster.rep;

import dev.tandem.contracts.CompanyId;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Versioned;
import dev.tandem.roster.company.ActiveCompanies;
import java.time.Clock;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Has joiners come, leavers go and planned changes hold when their day has come where the company is.
@Component
class DaysPassing {
    private static final int PART = 100;

    private final Reps reps;
    private final Tenures tenures;
    private final ActiveCompanies companies;
    private final Clock clock;

    DaysPassing(Reps reps, Tenures tenures, ActiveCompanies companies, Clock clock) {
        this.reps = reps;
        this.tenures = tenures;
        this.companies = companies;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${tandem.roster.days-interval-ms:60000}",
            initialDelayString = "${tandem.roster.days-interval-ms:60000}")
    void pass() {
        companies.each(this::pass);
    }

    private void pass(CompanyId company) {
        List<Versioned<Rep>> part;
        do {
            part = reps.due(company, tenures.today(company), PART);
            part.forEach(found -> settle(company, found));
        } while (part.size() == PART);
    }

    private void settle(CompanyId company, Versioned<Rep> found) {
        reps.change(
                company,
                found.id(),
                Cause.GIVEN,
                current -> current.map(Versioned::state)
                        .map(rep -> tenures.settled(rep, clock.instant()))
                        .filter(rep -> !rep.equals(current.orElseThrow().state()))
                        .map(rep -> rep.after(current))
                        .orElseGet(Change::none));
    }
}
