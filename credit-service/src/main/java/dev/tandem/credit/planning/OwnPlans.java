package dev.tandem.credit.planning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import dev.tandem.credit.plan.FiscalCalendar;
import dev.tandem.credit.plan.FiscalPeriod;
import dev.tandem.credit.plan.Plan;
import dev.tandem.credit.plan.Rates;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/// A company's plans and rates, for what reckons by them.
@Service
public class OwnPlans {
    private final PlanBooks books;

    OwnPlans(PlanBooks books) {
        this.books = books;
    }

    /// The last revision of a plan, in force already or from a later period on.
    public Optional<Plan> last(CompanyId company, String name) {
        return books.of(company).plans().stream()
                .filter(plan -> plan.name().equals(name))
                .reduce((_, later) -> later);
    }

    /// The last revision of each plan, by name.
    public List<Plan> lastOfAll(CompanyId company) {
        var last = new TreeMap<String, Plan>();
        books.of(company).plans().forEach(plan -> last.put(plan.name(), plan));
        return List.copyOf(last.values());
    }

    /// A revision as it was proposed, whatever became of it.
    public Optional<Plan> proposed(CompanyId company, String proposal) {
        return books.of(company).proposal(proposal).map(PlanProposal::plan);
    }

    /// The revisions of the plan that a rep is in, in the order in which they take effect.
    public List<Plan> revisionsFor(CompanyId company, RepId rep) {
        return books.of(company).revisionsFor(rep);
    }

    public Rates rates(CompanyId company) {
        return new Rates(books.of(company).rates());
    }

    /// All who are in a plan, or were.
    public List<RepId> reps(CompanyId company) {
        return books.of(company).reps();
    }

    /// The calendar of the company's plans; nothing before it has one.
    public Optional<FiscalCalendar> calendar(CompanyId company) {
        return books.of(company).plans().stream().findFirst().map(Plan::calendar);
    }

    /// Proposed revisions that nobody decided and that would take effect by then.
    public List<String> undecided(CompanyId company, FiscalPeriod through) {
        return books.of(company).proposed().stream()
                .filter(each -> each.status() == PlanProposal.Status.PROPOSED)
                .filter(each -> each.plan().effectiveFrom().compareTo(through) <= 0)
                .map(PlanProposal::id)
                .toList();
    }
}
