package dev.tandem.accounts.review;

import dev.tandem.accounts.review.Review.Status;
import dev.tandem.accounts.review.ReviewDesk.Seen;
import dev.tandem.accounts.review.Verdict.Answer;
import dev.tandem.accounts.sharing.Partnerships;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.store.Cause;
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
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Pairs of accounts that wait for people: each party says of its own accord whether they are one customer.
@RestController
class ReviewEndpoints {
    private static final int AT_ONCE_MAX = 100;

    private final Partnerships partnerships;
    private final ReviewDesk desk;
    private final Clock clock;

    ReviewEndpoints(Partnerships partnerships, ReviewDesk desk, Clock clock) {
        this.partnerships = partnerships;
        this.desk = desk;
        this.clock = clock;
    }

    record VerdictRequest(Answer answer, Reason reason) {}

    record Withdrawal(Reason reason) {}

    /// @param review its id, as in the list
    record Line(String review, Answer answer, Reason reason) {}

    record Many(@Size(min = 1, max = AT_ONCE_MAX) List<@Valid Line> verdicts) {}

    /// @param outcome SAID, or NOT_FOUND where there is no such review to see
    record Outcome(String review, String outcome) {}

    record Outcomes(List<Outcome> verdicts) {}

    /// @param status only those; all when absent
    @GetMapping("/accounts/partnerships/{partnership}/reviews")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    Page<ReviewView> reviews(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            Paging paging,
            @RequestParam(required = false) @Nullable Status status) {
        var rows = desk.page(
                caller.company(),
                partnership(caller, partnership),
                review -> status == null || review.status() == status,
                paging.after().orElse(""),
                paging.fetch());
        return paging.page(rows.stream().map(seen -> view(caller, seen)).toList(), ReviewView::review);
    }

    @GetMapping("/accounts/partnerships/{partnership}/reviews/{review}")
    @Allowed({Role.ALLIANCE_MANAGER, Role.ADMIN})
    ResponseEntity<ReviewView> review(
            CompanyCaller caller, @PathVariable PartnershipId partnership, @PathVariable String review) {
        return answer(caller, seen(caller, partnership(caller, partnership), review));
    }

    @PutMapping("/accounts/partnerships/{partnership}/reviews/{review}/verdict")
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<ReviewView> say(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @PathVariable String review,
            IfMatch expected,
            Body<VerdictRequest> body) {
        var found = partnership(caller, partnership);
        var seen = seen(caller, found, review);
        desk.say(found, seen.review().id(), Cause.GIVEN, was -> {
            expected.requireVersion(was.revision(caller.company()));
            var said = body.read();
            return verdict(caller, was, said.answer(), said.reason(), true);
        });
        return answer(caller, seen(caller, found, review));
    }

    /// Takes one's verdict back; the review is as if one had not answered yet.
    @DeleteMapping("/accounts/partnerships/{partnership}/reviews/{review}/verdict")
    @Allowed(Role.ALLIANCE_MANAGER)
    ResponseEntity<ReviewView> withdraw(
            CompanyCaller caller,
            @PathVariable PartnershipId partnership,
            @PathVariable String review,
            IfMatch expected,
            Body<Withdrawal> body) {
        var found = partnership(caller, partnership);
        var seen = seen(caller, found, review);
        desk.say(found, seen.review().id(), Cause.GIVEN, was -> {
            expected.requireVersion(was.revision(caller.company()));
            var reason = body.read().reason();
            var standing = was.verdict(caller.company())
                    .orElseThrow(() -> Problem.conflict("NO_VERDICT", "You have no verdict to take back.", List.of()));
            return verdict(caller, was, standing.answer(), reason, false);
        });
        return answer(caller, seen(caller, found, review));
    }

    /// Answers many at once, whatever was said of them before.
    @PostMapping("/accounts/partnerships/{partnership}/reviews/verdicts")
    @Allowed(Role.ALLIANCE_MANAGER)
    Outcomes sayMany(
            CompanyCaller caller, @PathVariable PartnershipId partnership, IdempotencyKey key, Body<Many> body) {
        var found = partnership(caller, partnership);
        var cause = key.cause(body, 200);
        return new Outcomes(body.read().verdicts().stream()
                .map(line -> say(caller, found, line, cause))
                .toList());
    }

    private Outcome say(CompanyCaller caller, PartnershipChanged partnership, Line line, Cause cause) {
        if (desk.find(caller.company(), partnership, line.review()).isEmpty()) {
            return new Outcome(line.review(), "NOT_FOUND");
        }
        desk.say(partnership, line.review(), cause, was -> verdict(caller, was, line.answer(), line.reason(), true));
        return new Outcome(line.review(), "SAID");
    }

    private Verdict verdict(CompanyCaller caller, Review was, Answer answer, Reason reason, boolean standing) {
        return new Verdict(
                caller.company(),
                answer,
                reason,
                caller.person(),
                clock.instant(),
                standing,
                was.revision(caller.company()) + 1);
    }

    private PartnershipChanged partnership(CompanyCaller caller, PartnershipId partnership) {
        return partnerships.find(caller.company(), partnership).orElseThrow(Problem::notFound);
    }

    private Seen seen(CompanyCaller caller, PartnershipChanged partnership, String review) {
        return desk.find(caller.company(), partnership, review).orElseThrow(Problem::notFound);
    }

    private ReviewView view(CompanyCaller caller, Seen seen) {
        return ReviewView.of(seen, caller.company(), clock.instant());
    }

    private ResponseEntity<ReviewView> answer(CompanyCaller caller, Seen seen) {
        return Etag.ok(view(caller, seen), seen.review().revision(caller.company()));
    }
}
