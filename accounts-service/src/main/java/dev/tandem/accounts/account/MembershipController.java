package dev.tandem.accounts.account;

import dev.tandem.accounts.population.OwnPopulations;
import dev.tandem.accounts.population.Populations;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.partnership.PopulationName;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Which of a company's own accounts are in a population of its own, or would be in one.
@RestController
class MembershipController {
    private static final PopulationName TRIAL = new PopulationName("trial");
    private static final int BATCH = 500;
    private static final int LOOKED_AT_MAX = 20_000;

    private final Book book;
    private final OwnPopulations populations;

    MembershipController(Book book, OwnPopulations populations) {
        this.book = book;
        this.populations = populations;
    }

    /// @param matching how many of the accounts looked at the rule would take in
    /// @param complete whether all accounts were looked at; of a larger book the first 20,000 are
    record Trial(long matching, long lookedAt, boolean complete, Page<AccountController.View> accounts) {}

    @GetMapping("/accounts/populations/{population}/accounts")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN, Role.CRM})
    Page<AccountController.View> members(CompanyCaller caller, @PathVariable PopulationName population, Paging paging) {
        if (!populations.now(caller.company()).names().contains(population)) {
            throw Problem.notFound();
        }
        var rows = book.page(caller.company(), population, paging.after().map(CrmId::new), paging.fetch());
        return paging.page(
                rows.stream().map(row -> AccountController.View.of(row.state())).toList(),
                view -> view.account().value());
    }

    /// What a rule would take in, before it is saved.
    @GetMapping("/accounts/population-preview")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    Trial trial(CompanyCaller caller, @RequestParam(required = false) @Nullable String rule, Paging paging) {
        var trial = OwnPopulations.trial(caller.company(), TRIAL, rule == null ? "" : rule);
        var looking = new Looking(trial, paging.after().map(CrmId::new), paging.fetch());
        looking.through(caller.company());
        var page = paging.page(looking.found, account -> account.ref().account().value());
        return new Trial(
                looking.matching,
                looking.lookedAt,
                looking.complete,
                new Page<>(page.items().stream().map(AccountController.View::of).toList(), page.next()));
    }

    /// Goes through the book once, for the count and for the page.
    private final class Looking {
        private final Populations trial;
        private final Optional<CrmId> after;
        private final int fetch;
        private final List<Account> found = new java.util.ArrayList<>();
        private long matching;
        private long lookedAt;
        private boolean complete;

        Looking(Populations trial, Optional<CrmId> after, int fetch) {
            this.trial = trial;
            this.after = after;
            this.fetch = fetch;
        }

        void through(CompanyId company) {
            var at = Optional.<CrmId>empty();
            while (!complete && lookedAt < LOOKED_AT_MAX) {
                var batch = book.page(company, at, BATCH);
                batch.forEach(this::look);
                complete = batch.size() < BATCH;
                at = complete ? at : Optional.of(batch.getLast().state().ref().account());
            }
        }

        private void look(Versioned<Account> each) {
            lookedAt++;
            if (!each.state().judgedBy(trial).customPopulations().isEmpty()) {
                matching++;
                var behind = after.filter(id -> each.state().ref().account().compareTo(id) <= 0)
                        .isEmpty();
                if (behind && found.size() < fetch) {
                    found.add(each.state());
                }
            }
        }
    }
}
