package dev.tandem.accounts.admission;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.accounts.account.Book;
import dev.tandem.accounts.capacity.Capacity;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// How many accounts each party has proposed, and whether that looks like somebody trying names.
@RestController
class IntakeController {
    private static final long AT_ONCE_MAX = 1_000_000;

    private final Partnerships partnerships;
    private final Intakes intakes;
    private final Book book;
    private final AdmissionSettings settings;
    private final Capacity capacity;
    private final Clock clock;

    IntakeController(
            Partnerships partnerships,
            Intakes intakes,
            Book book,
            AdmissionSettings settings,
            Capacity capacity,
            Clock clock) {
        this.capacity = capacity;
        this.partnerships = partnerships;
        this.intakes = intakes;
        this.book = book;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param unaligned why nothing of the partnership is matched now; absent where it is
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Parties(List<IntakeView> parties, @Nullable Reason unaligned) {}

    /// @param company whose accounts are let in
    /// @param accounts how many more than the budget
    record ReleaseRequest(
            CompanyId company, @Min(1) @Max(AT_ONCE_MAX) long accounts, Reason reason) {}

    @GetMapping("/accounts/partnerships/{partnership}/intake")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    Parties intake(CompanyCaller caller, @PathVariable PartnershipId partnership) {
        return view(found(caller, partnership));
    }

    /// Lets in accounts of a partner's beyond its budget. With more than two parties, as many as all of its partners
    /// let in.
    @PostMapping("/accounts/partnerships/{partnership}/intake/releases")
    @Allowed(Role.ALLIANCE_MANAGER)
    Parties release(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            IdempotencyKey key,
            Body<ReleaseRequest> body) {
        var found = found(caller, partnership);
        var cause = key.cause(body, 200);
        var asked = body.read();
        if (asked.company().equals(caller.company()) || !found.parties().contains(asked.company())) {
            throw Problem.invalid("company", "NOT_A_PARTNER", "must be one of the other parties");
        }
        var release = new Intake.Release(caller.company(), asked.accounts(), asked.reason(), clock.instant());
        intakes.change(partnership, asked.company(), cause, was -> {
            if (was.releases().size() == Intake.RELEASES_MAX) {
                throw Problem.conflict("TOO_MANY", "There are too many releases: agree on a larger budget.", List.of());
            }
            return was.with(release);
        });
        return view(found);
    }

    private Parties view(PartnershipChanged partnership) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var views = partnership.parties().stream()
                .map(party -> intakes.find(partnership.partnership(), party))
                .map(intake -> IntakeView.of(intake, waiting(intake), settings, today))
                .toList();
        return new Parties(views, capacity.refusal(partnership.partnership()).orElse(null));
    }

    private long waiting(Intake intake) {
        return intake.waiting() ? book.countProposed(intake.company(), intake.through()) : 0;
    }

    private PartnershipChanged found(CompanyCaller caller, PartnershipId partnership) {
        return partnerships.find(caller.company(), partnership).orElseThrow(Problem::notFound);
    }
}
