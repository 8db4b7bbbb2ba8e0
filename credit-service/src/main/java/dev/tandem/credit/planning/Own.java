package dev.tandem.credit.planning;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Violation;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.ProblemException;
import java.util.List;

/// The manners of what is a company's own.
final class Own {
    private Own() {}

    /// @throws ProblemException 404 for every other company, whether there is one of that id or not
    static CompanyId company(CompanyCaller caller, CompanyId company) {
        if (!caller.company().equals(company)) {
            throw Problem.notFound();
        }
        return company;
    }

    /// Why the book of plans and rates did not take something.
    ///
    /// @param violations none if it was only full
    static ProblemException refusal(List<Violation> violations) {
        return violations.isEmpty()
                ? Problem.conflict(new Violation("company", "FULL", "The book of plans and rates is full."), List.of())
                : Problem.invalid(violations);
    }
}
