package dev.tandem.credit.goal;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Aggregates;
import dev.tandem.kit.store.Cause;
import dev.tandem.kit.store.Decision;
import dev.tandem.kit.store.Outcome;
import dev.tandem.kit.store.Stores;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.store.Versioned;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;

/// Each company's goals, a document of its own.
@Repository
class Goals {
    static final int GOALS_MAX = 2_000;

    private final Aggregates<Book> books;

    Goals(Stores stores) {
        this.books = stores.aggregates("goals", Book.class);
    }

    /// @param goals in the order in which they were first set
    record Book(List<Goal> goals) {
        static final Book EMPTY = new Book(List.of());

        Book {
            goals = List.copyOf(goals);
        }

        Book with(Goal goal) {
            var others = goals.stream().filter(each -> !each.id().equals(goal.id()));
            return new Book(Stream.concat(others, Stream.of(goal)).toList());
        }

        boolean full() {
            return goals.size() >= GOALS_MAX;
        }
    }

    List<Goal> of(CompanyId company) {
        return books.find(Tenant.of(company), company.value())
                .map(Versioned::state)
                .orElse(Book.EMPTY)
                .goals();
    }

    List<Goal> of(CompanyId company, PartnershipId partnership) {
        return of(company).stream()
                .filter(goal -> goal.partnership().equals(partnership))
                .toList();
    }

    Outcome<Book> change(CompanyId company, Cause cause, Decision<Book> decision) {
        return books.change(Tenant.of(company), company.value(), cause, decision);
    }
}
