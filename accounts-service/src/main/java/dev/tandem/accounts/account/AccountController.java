package dev.tandem.accounts.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.PopulationName;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Etag;
import dev.tandem.kit.web.IfMatch;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// A company's own accounts, as Tandem has them.
@RestController
class AccountController {
    private final Book book;
    private final AccountRecords records;
    private final Clock clock;

    AccountController(Book book, AccountRecords records, Clock clock) {
        this.book = book;
        this.records = records;
        this.clock = clock;
    }

    /// @param custom the populations of the company's own that it is in
    /// @param withheld whether it is private, so that nothing of it crosses
    /// @param lacks fields that matching could use and that are empty
    record View(
            CrmId account,
            Population population,
            List<PopulationName> custom,
            @JsonProperty("private") boolean withheld,
            Map<String, String> fields,
            List<String> lacks) {
        static View of(Account account) {
            return new View(
                    account.ref().account(),
                    account.population(),
                    account.customPopulations(),
                    account.withheld(),
                    account.texts(),
                    account.lacks());
        }
    }

    /// That an account is private from now on, or no longer is. While the CRM says that it is, it stays so.
    record PrivacyRequest(@JsonProperty("private") boolean withheld, Reason reason) {}

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

    @PutMapping("/accounts/accounts/{account}/privacy")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    ResponseEntity<View> keep(
            CompanyCaller caller, @PathVariable CrmId account, IfMatch expected, Body<PrivacyRequest> body) {
        var ref = new AccountRef(caller.company(), account);
        if (book.find(ref).isEmpty()) {
            throw Problem.notFound();
        }
        var now = records.keep(ref, expected::requireVersion, () -> {
            var asked = body.read();
            return new Privacy(asked.withheld(), asked.reason(), caller.person(), clock.instant());
        });
        return Etag.ok(View.of(now.state()), now.version());
    }
}
