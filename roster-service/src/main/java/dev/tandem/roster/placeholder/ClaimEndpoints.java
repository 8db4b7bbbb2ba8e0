package dev.tandem.roster.placeholder;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.kit.store.Hash;
import dev.tandem.kit.store.Tenant;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.company.ActiveCompanies;
import dev.tandem.roster.partnership.Inviting;
import dev.tandem.roster.placeholder.Placeholder.Claim;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The real company takes its place. That makes it a party to nothing yet: it is invited by whoever represented it, and
/// accepts like any other. Nothing that was noted about it becomes its own.
@RestController
class ClaimEndpoints {
    private final Placeholders placeholders;
    private final Inviting inviting;
    private final ActiveCompanies companies;
    private final Clock clock;

    ClaimEndpoints(Placeholders placeholders, Inviting inviting, ActiveCompanies companies, Clock clock) {
        this.placeholders = placeholders;
        this.inviting = inviting;
        this.companies = companies;
        this.clock = clock;
    }

    /// @param token as the inviting company handed it over
    record NewClaim(@NotBlank @Size(max = 200) String token) {}

    /// @param partnership to which the caller's company is invited now
    record Claimed(PartnershipId partnership) {}

    /// The same 404 for a token that was never issued, has expired, or was used by another.
    @PostMapping("/roster/placeholder-claims")
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<Claimed> claim(CompanyCaller caller, IdempotencyKey key, Body<NewClaim> body) {
        key.cause(body, 201);
        var hash = PlaceholderEndpoints.hash(body.read().token());
        var invited = placeholders.invited(Tenant.PLATFORM, hash).orElseThrow(Problem::notFound);
        if (invited.owner().equals(caller.company())) {
            throw Problem.conflict("OWN_PLACEHOLDER", "You represent this partner: the partner claims it.", List.of());
        }
        if (!companies.contain(caller.company())) {
            throw Problem.conflict("COMPANY_NOT_ACTIVE", "Your company is not active yet.", List.of());
        }
        var partnership = new PartnershipId(Hash.id(invited.placeholder(), "claimed"));
        var now = clock.instant();
        var outcome = placeholders.claim(invited.owner(), invited.placeholder(), was -> {
            if (was.claim() != null && was.claim().by().equals(caller.company())) {
                return was;
            }
            if (!was.isOpenTo(hash, now)) {
                throw Problem.notFound();
            }
            return was.claimed(new Claim(caller.company(), partnership, now));
        });
        var placeholder = Objects.requireNonNull(outcome.now(), "it was there").state();
        inviting.invite(partnership, placeholder.name(), placeholder.owner(), caller.company(), placeholder.reason());
        return ResponseEntity.created(URI.create("/roster/partnerships/" + partnership))
                .body(new Claimed(partnership));
    }
}
