package dev.tandem.accounts.sharing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.accounts.sharing.SharingPresets.Preset;
import dev.tandem.accounts.sharing.SharingRequest.Asked;
import dev.tandem.accounts.sharing.SharingRequest.Closed;
import dev.tandem.accounts.sharing.SharingRequest.Said;
import dev.tandem.accounts.sharing.SharingRequest.Status;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.kit.store.Change;
import dev.tandem.kit.store.Versioned;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.Etag;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.IfMatch;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// How parties come to share: policies to begin with, and what one asks another to show beyond that.
@RestController
class SharingController {
    private final Partnerships partnerships;
    private final SharingRequests requests;
    private final Clock clock;

    SharingController(Partnerships partnerships, SharingRequests requests, Clock clock) {
        this.partnerships = partnerships;
        this.requests = requests;
        this.clock = clock;
    }

    record Presets(List<Preset> presets) {}

    /// @param of who is asked; may be left out where there is one partner
    record MoreRequest(
            @Nullable CompanyId of,
            Population population,
            SharingLevel level,
            Set<SharedField> fields,
            Reason reason) {}

    record ClosingRequest(Reason reason) {}

    /// @param closedBecause why it was refused or taken back
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            String id,
            CompanyId from,
            CompanyId of,
            Asked asked,
            Reason because,
            Instant at,
            Status status,
            @Nullable Reason closedBecause) {
        static View of(SharingRequest request, PartnershipChanged partnership) {
            var closed = request.closed();
            return new View(
                    request.id(),
                    request.from(),
                    request.of(),
                    request.asked(),
                    request.said().reason(),
                    request.said().at(),
                    request.status(partnership.inForce()),
                    closed == null ? null : closed.said().reason());
        }
    }

    @GetMapping("/accounts/partnerships/{partnership}/sharing-presets")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    Presets presets(CompanyCaller caller, @PathVariable PartnershipId partnership) {
        var found = found(caller, partnership);
        return new Presets(SharingPresets.of(caller.company(), found.parties()));
    }

    @GetMapping("/accounts/partnerships/{partnership}/sharing-requests")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    Page<View> all(CompanyCaller caller, @PathVariable PartnershipId partnership, Paging paging) {
        var found = found(caller, partnership);
        var rows = requests.page(partnership, caller.company(), paging.after().orElse(""), paging.fetch());
        return paging.page(rows.stream().map(row -> View.of(row.state(), found)).toList(), View::id);
    }

    @GetMapping("/accounts/partnerships/{partnership}/sharing-requests/{request}")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    ResponseEntity<View> one(
            CompanyCaller caller, @PathVariable PartnershipId partnership, @PathVariable String request) {
        var found = found(caller, partnership);
        return answer(request(caller, partnership, request), found);
    }

    @PostMapping("/accounts/partnerships/{partnership}/sharing-requests")
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<View> ask(
            CompanyCaller caller, @PathVariable PartnershipId partnership, IdempotencyKey key, Body<MoreRequest> body) {
        var found = found(caller, partnership);
        var asked = body.read();
        var of = partner(caller, found, asked.of());
        var outcome = requests.change(
                partnership,
                key.documentId(),
                key.cause(body, 201),
                current -> Change.to(new SharingRequest(
                        key.documentId(),
                        partnership,
                        caller.company(),
                        of,
                        new Asked(asked.population(), asked.level(), List.copyOf(asked.fields())),
                        said(caller, asked.reason()),
                        null)));
        var now = Objects.requireNonNull(outcome.now(), "it was written");
        var place = "/accounts/partnerships/" + partnership + "/sharing-requests/" + now.id();
        return Etag.created(URI.create(place), View.of(now.state(), found), now.version());
    }

    /// Who is asked refuses; who asked takes it back. To meet it, agree on a revision that shows as much.
    @PostMapping("/accounts/partnerships/{partnership}/sharing-requests/{request}/closing")
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<View> close(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @PathVariable String request,
            IdempotencyKey key,
            IfMatch expected,
            Body<ClosingRequest> body) {
        var found = found(caller, partnership);
        var id = request(caller, partnership, request).id();
        expected.version();
        var outcome = requests.change(partnership, id, key.cause(body, 200), current -> {
            var was = current.orElseThrow();
            expected.requireVersion(was.version());
            if (was.state().closed() != null) {
                throw Problem.conflict("CLOSED", "It is closed already.", List.of());
            }
            var said = said(caller, body.read().reason());
            return Change.to(was.state().closedBy(new Closed(caller.company(), said)));
        });
        return answer(Objects.requireNonNull(outcome.now(), "it was there"), found);
    }

    private static CompanyId partner(CompanyCaller caller, PartnershipChanged partnership, @Nullable CompanyId named) {
        var others = partnership.parties().stream()
                .filter(party -> !party.equals(caller.company()))
                .toList();
        if (named == null && others.size() == 1) {
            return others.getFirst();
        }
        if (named == null || !others.contains(named)) {
            throw Problem.invalid("of", "NOT_A_PARTNER", "must be one of the other parties");
        }
        return named;
    }

    private Said said(CompanyCaller caller, Reason reason) {
        return new Said(reason, caller.person(), clock.instant());
    }

    private PartnershipChanged found(CompanyCaller caller, PartnershipId partnership) {
        return partnerships.find(caller.company(), partnership).orElseThrow(Problem::notFound);
    }

    private Versioned<SharingRequest> request(CompanyCaller caller, PartnershipId partnership, String request) {
        return requests.find(partnership, caller.company(), request).orElseThrow(Problem::notFound);
    }

    private static ResponseEntity<View> answer(Versioned<SharingRequest> now, PartnershipChanged partnership) {
        return Etag.ok(View.of(now.state(), partnership), now.version());
    }
}
