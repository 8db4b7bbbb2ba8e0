package dev.tandem.roster.placeholder;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.kit.csv.CsvBody;
import dev.tandem.kit.store.Hash;
import dev.tandem.kit.store.Tenant;
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
import dev.tandem.roster.placeholder.Placeholder.Token;
import dev.tandem.roster.placeholder.Placeholders.Invited;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Partners that are not on the platform, over HTTP: enter one, its people by file, and invite the real company.
@RestController
@RequestMapping("/roster/placeholders")
class PlaceholderEndpoints {
    private static final int OF_COMPANY_MAX = 200;
    private static final int BYTES_MAX = 1_048_576;
    private static final int TOKEN_BYTES = 24;

    private final Placeholders placeholders;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PlaceholderEndpoints(Placeholders placeholders, Clock clock) {
        this.placeholders = placeholders;
        this.clock = clock;
    }

    /// @param name of the partner
    record NewPlaceholder(@NotBlank @Size(max = 200) String name, Reason reason) {}

    /// @param expiresInDays 30 unless said
    record NewInvitation(@Min(1) @Max(90) @Nullable Integer expiresInDays) {}

    /// @param token to be handed to the partner by another way; shown once, null when the request is repeated
    record Invitation(@Nullable String token, Instant expiresAt) {}

    @PostMapping
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<PlaceholderView> enter(CompanyCaller caller, IdempotencyKey key, Body<NewPlaceholder> body) {
        var entered = body.read();
        var id = key.documentId();
        if (placeholders.find(caller.company(), id).isEmpty()
                && placeholders.count(caller.company()) >= OF_COMPANY_MAX) {
            throw Problem.conflict("TOO_MANY", "You represent " + OF_COMPANY_MAX + " partners already.", List.of());
        }
        var created = new Placeholder(
                id,
                caller.company(),
                new CompanyId("offline-" + Hash.hex(id).substring(0, 20)),
                new PartnershipId(id),
                entered.name(),
                entered.reason(),
                clock.instant(),
                List.of(),
                null,
                null);
        var now = Objects.requireNonNull(placeholders
                .create(caller.company(), key.cause(body, 201), created)
                .now());
        return Etag.created(URI.create("/roster/placeholders/" + id), PlaceholderView.of(now.state()), now.version());
    }

    @GetMapping
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    Page<PlaceholderView.Line> list(CompanyCaller caller, Paging paging) {
        var rows = placeholders.page(caller.company(), paging.after().orElse(""), paging.fetch());
        var page = paging.page(rows, Versioned::id);
        return new Page<>(
                page.items().stream()
                        .map(found -> PlaceholderView.Line.of(found.state()))
                        .toList(),
                page.next());
    }

    @GetMapping("/{id}")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    ResponseEntity<PlaceholderView> read(CompanyCaller caller, @PathVariable String id) {
        var found = found(caller, id);
        return Etag.ok(PlaceholderView.of(found.state()), found.version());
    }

    /// All of the partner's people, in the place of those who were entered before.
    @PostMapping("/{id}/reps")
    @Allowed(Role.ALLIANCE_MANAGER)
    @RequestBody(content = @Content(mediaType = CsvBody.TYPE))
    ResponseEntity<PlaceholderView> reps(
            CompanyCaller caller,
            @PathVariable String id,
            IdempotencyKey key,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        found(caller, id);
        key.require();
        var text = CsvBody.read(request, BYTES_MAX);
        var people = PartnerPeople.read(text);
        var cause = key.cause(text, HttpStatus.OK.value());
        var now = Objects.requireNonNull(placeholders
                .note(caller.company(), id, cause, was -> was.with(people))
                .now());
        return Etag.ok(PlaceholderView.of(now.state()), now.version());
    }

    /// Whoever has the token may claim the place, until it expires; a new one takes the place of the one before.
    @PostMapping("/{id}/invitations")
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<Invitation> invite(
            CompanyCaller caller, @PathVariable String id, IdempotencyKey key, Body<NewInvitation> body) {
        found(caller, id);
        var days = Objects.requireNonNullElse(body.read().expiresInDays(), 30);
        var token = token();
        var invited = new Token(hash(token), clock.instant().plus(Duration.ofDays(days)));
        var cause = key.cause(body, 201);
        placeholders.invite(Tenant.PLATFORM, invited.hash(), new Invited(caller.company(), id));
        var outcome = placeholders.note(caller.company(), id, cause, was -> {
            if (was.isClaimed()) {
                throw Problem.conflict("CLAIMED", "The real company has joined.", List.of());
            }
            return was.with(invited);
        });
        var now = Objects.requireNonNull(outcome.now()).state().token();
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new Invitation(
                        invited.equals(now) ? token : null, now == null ? invited.expiresAt() : now.expiresAt()));
    }

    private Versioned<Placeholder> found(CompanyCaller caller, String id) {
        return placeholders.find(caller.company(), id).orElseThrow(Problem::notFound);
    }

    private String token() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Of what a person typed or pasted.
    static String hash(String token) {
        return Hash.hex("placeholder", token.strip());
    }
}
