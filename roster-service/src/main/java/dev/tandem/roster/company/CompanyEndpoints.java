package dev.tandem.roster.company;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.company.CompanyChanged;
import dev.tandem.contracts.company.CompanyChanged.Status;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Caller.OperatorCaller;
import dev.tandem.kit.web.Etag;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Companies over HTTP. An operator sees which ids are registered and whether they are active, and nothing else of a
/// company; a company sees itself.
@RestController
@RequestMapping("/roster/companies")
class CompanyEndpoints {
    private final Companies companies;
    private final Registration registration;

    CompanyEndpoints(Companies companies, Registration registration) {
        this.companies = companies;
        this.registration = registration;
    }

    /// What an operator sees of a company.
    record Registered(CompanyId company, Status status) {
        static Registered of(CompanyChanged company) {
            return new Registered(company.company(), company.status());
        }
    }

    @PostMapping
    @Allowed(Role.OPERATOR)
    ResponseEntity<Registered> register(OperatorCaller operator, IdempotencyKey key, Body<NewCompany> body) {
        var company = body.read().registered();
        registration.register(key.cause(body, 201), company);
        var now = found(company.company());
        var location = URI.create("/roster/companies/" + company.company());
        return Etag.created(location, Registered.of(now.state()), now.version());
    }

    @GetMapping
    @Allowed(Role.OPERATOR)
    Page<Registered> list(OperatorCaller operator, Paging paging) {
        var rows = companies.page(operator.tenant(), paging.after().orElse(""), paging.fetch()).stream()
                .map(found -> Registered.of(found.state()))
                .toList();
        return paging.page(rows, row -> row.company().value());
    }

    @GetMapping("/{id}")
    @Allowed({Role.OPERATOR, Role.ADMIN, Role.ALLIANCE_MANAGER, Role.FINANCE, Role.REP, Role.CRM})
    ResponseEntity<?> read(Caller caller, @PathVariable CompanyId id) {
        return switch (caller) {
            case OperatorCaller _ ->
                Etag.ok(Registered.of(found(id).state()), found(id).version());
            case CompanyCaller own
            when own.company().equals(id) ->
                Etag.ok(found(id).state(), found(id).version());
            case CompanyCaller _ -> throw Problem.notFound();
        };
    }

    private Versioned<CompanyChanged> found(CompanyId id) {
        return companies.find(id).orElseThrow(Problem::notFound);
    }
}
