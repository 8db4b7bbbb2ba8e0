package dev.tandem.credit.earning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import dev.tandem.credit.plan.Plan;
import dev.tandem.credit.plan.Rates;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// A company's plans and rates, for what compares them without showing them.
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

    /// The revisions of the plan that a rep is in, in the order in which they take effect.
    public List<Plan> revisionsFor(CompanyId company, RepId rep) {
        return books.of(company).revisionsFor(rep);
    }

    public Rates rates(CompanyId company) {
        return new Rates(books.of(company).rates());
    }
}
