package dev.tandem.credit.parity;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.deal.Parties;
import dev.tandem.credit.parity.Comparing.Answer;
import dev.tandem.credit.parity.Comparison.Said;
import dev.tandem.credit.parity.Comparison.Status;
import dev.tandem.credit.parity.Comparison.Terms;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Etag;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether two companies pay equivalently for equivalent results: one asks, the other agrees, both
/// read the same.
@RestController
@RequestMapping("/credit/partnerships/{partnership}/parity")
class ParityEndpoints {
    private final Parties parties;
    private final Comparing comparing;
    private final Clock clock;

    ParityEndpoints(Parties parties, Comparing comparing, Clock clock) {
        this.parties = parties;
        this.comparing = comparing;
        this.clock = clock;
    }

    /// @param with the company that is asked
    /// @param plan the own one that is compared, by its last revision; the other company never learns which
    record NewComparison(CompanyId with, Terms terms, String plan, Reason reason) {}

    /// @param plan the own one that is compared
    record NewAgreement(String plan, Reason reason) {}

    record Refusal(Reason reason) {}

    /// The same for both: the names of plans are not in it.
    record View(
            String id,
            Status status,
            CompanyId by,
            CompanyId with,
            Terms terms,
            Reason because,
            @Nullable ParityReport report,
            @Nullable IncentiveReport incentives) {
        static View of(Versioned<Comparison> found) {
            var state = found.state();
            return new View(
                    found.id(),
                    state.status(),
                    state.by(),
                    state.with(),
                    state.terms(),
                    state.asked().because(),
                    state.report(),
                    state.incentives());
        }
    }

    @GetMapping
    @Allowed(Role.FINANCE)
    Page<View> comparisons(CompanyCaller caller, @PathVariable PartnershipId partnership, Paging paging) {
        found(caller, partnership);
        var rows = comparing.page(partnership, caller.company(), paging.after().orElse(""), paging.fetch()).stream()
                .map(View::of)
                .toList();
        return paging.page(rows, View::id);
    }

    @GetMapping("/{comparison}")
    @Allowed(Role.FINANCE)
    View comparison(CompanyCaller caller, @PathVariable PartnershipId partnership, @PathVariable String comparison) {
        found(caller, partnership);
        return View.of(comparing.find(partnership, caller.company(), comparison).orElseThrow(Problem::notFound));
    }

    @PostMapping
    @Allowed(Role.FINANCE)
    ResponseEntity<View> ask(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            IdempotencyKey key,
            Body<NewComparison> body) {
        var found = found(caller, partnership);
        var cause = key.cause(body, 201);
        var asked = body.read();
        check(caller, found, asked);
        var said = new Said(caller.person(), clock.instant(), asked.reason());
        var comparison = new Comparison(
                caller.company(), asked.with(), asked.terms(), asked.plan(), Status.ASKED, said, null, null, null);
        var made = comparing.ask(partnership, key.documentId(), cause, comparison);
        var location = URI.create("/credit/partnerships/%s/parity/%s".formatted(partnership, made.id()));
        return Etag.created(location, View.of(made), made.version());
    }

    private void check(CompanyCaller caller, PartnershipChanged partnership, NewComparison asked) {
        var violations = new ArrayList<>(asked.terms().joint().violations());
        if (!partnership.parties().contains(asked.with()) || asked.with().equals(caller.company())) {
            violations.add(new Violation("with", "NOT_A_PARTY", "must be another party"));
        }
        if (asked.terms().through().isBefore(asked.terms().from())) {
            violations.add(new Violation("terms.through", "RANGE", "must not be before from"));
        }
        if (!comparing.has(caller.company(), asked.plan())) {
            violations.add(new Violation("plan", "NOT_A_PLAN", "must be the name of a plan of your own"));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    /// Figures it.
    @PostMapping("/{comparison}/agreement")
    @Allowed(Role.FINANCE)
    View agree(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @PathVariable String comparison,
            IdempotencyKey key,
            Body<NewAgreement> body) {
        var found = found(caller, partnership);
        comparison(caller, partnership, comparison);
        var cause = key.cause(body, 200);
        var agreed = body.read();
        if (!comparing.has(caller.company(), agreed.plan())) {
            throw Problem.invalid("plan", "NOT_A_PLAN", "must be the name of a plan of your own");
        }
        var said = new Said(caller.person(), clock.instant(), agreed.reason());
        var answer = new Answer(comparison, cause, caller.company(), said);
        return View.of(comparing.agree(found, answer, agreed.plan()));
    }

    @PostMapping("/{comparison}/refusal")
    @Allowed(Role.FINANCE)
    View refuse(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @PathVariable String comparison,
            IdempotencyKey key,
            Body<Refusal> body) {
        comparison(caller, partnership, comparison);
        var cause = key.cause(body, 200);
        var said = new Said(caller.person(), clock.instant(), body.read().reason());
        return View.of(comparing.refuse(partnership, new Answer(comparison, cause, caller.company(), said)));
    }

    private PartnershipChanged found(CompanyCaller caller, PartnershipId partnership) {
        return parties.partnership(caller.company(), partnership).orElseThrow(Problem::notFound);
    }
}
