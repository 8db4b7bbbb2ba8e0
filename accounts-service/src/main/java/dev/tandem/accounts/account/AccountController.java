package dev.tandem.accounts.account;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Etag;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// A company's own accounts, as Tandem has them.
@RestController
class AccountController {
    private final Book book;

    AccountController(Book book) {
        this.book = book;
    }

    /// @param lacks fields that matching could use and that are empty
    record View(CrmId account, Population population, Map<String, String> fields, List<String> lacks) {
        static View of(Account account) {
            return new View(account.ref().account(), account.population(), account.texts(), account.lacks());
        }
    }

    @GetMapping("/accounts/accounts")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN, Role.CRM, Role.REP})
    Page<View> accounts(CompanyCaller caller, Paging paging) {
        var rows = book.page(caller.company(), paging.after().map(CrmId::new), paging.fetch());
        return paging.page(
                rows.stream().map(row -> View.of(row.state())).toList(),
                view -> view.account().value());
    }

    @GetMapping("/accounts/accounts/{account}")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN, Role.CRM, Role.REP})
    ResponseEntity<View> account(CompanyCaller caller, @PathVariable CrmId account) {
        var found = book.find(new AccountRef(caller.company(), account)).orElseThrow(Problem::notFound);
        return Etag.ok(View.of(found.state()), found.version());
    }
}
