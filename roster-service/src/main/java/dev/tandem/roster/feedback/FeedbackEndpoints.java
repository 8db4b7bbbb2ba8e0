package dev.tandem.roster.feedback;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.kit.web.Allowed;
import dev.tandem.kit.web.Body;
import dev.tandem.kit.web.Caller.CompanyCaller;
import dev.tandem.kit.web.IdempotencyKey;
import dev.tandem.kit.web.Page;
import dev.tandem.kit.web.Paging;
import dev.tandem.kit.web.Problem;
import dev.tandem.kit.web.Role;
import dev.tandem.roster.activity.JointEffort;
import dev.tandem.roster.activity.JointEffort.Member;
import dev.tandem.roster.partnership.Agreements;
import dev.tandem.roster.rep.RepDirectory;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Peer feedback over HTTP: write to somebody you worked with; read what was written to you.
@RestController
class FeedbackEndpoints {
    private static final int LETTERS_MAX = 1_000;
    private static final int PARTNERSHIPS_MAX = 1_000;

    private final Letters letters;
    private final Agreements agreements;
    private final JointEffort effort;
    private final RepDirectory reps;
    private final Clock clock;

    FeedbackEndpoints(Letters letters, Agreements agreements, JointEffort effort, RepDirectory reps, Clock clock) {
        this.letters = letters;
        this.agreements = agreements;
        this.effort = effort;
        this.reps = reps;
        this.clock = clock;
    }

    /// @param activity a joint one, that both of you took part in
    record NewFeedback(
            CompanyId company,
            RepId rep,
            @NotBlank @Size(max = 64) String activity,

            @Schema(example = "Your question about the rollout opened the talk.") @NotBlank @Size(max = 4_000)
            String text) {}

    /// That it was delivered; nobody but the receiver reads it, the author neither.
    record Delivered(Instant at) {}

    /// @param by the author's company
    record Letter(String id, PartnershipId partnership, CompanyId by, String text, Instant at) {
        private String position() {
            return partnership + "/" + id;
        }
    }

    @PostMapping("/roster/partnerships/{id}/feedback")
    @Allowed(Role.REP)
    ResponseEntity<Delivered> write(
            CompanyCaller caller, @PathVariable PartnershipId id, IdempotencyKey key, Body<NewFeedback> body) {
        var _ = agreements.governed(caller.company(), id);
        var news = body.read();
        var from = reps.person(caller.company(), caller.person())
                .map(known -> known.rep().rep())
                .orElseThrow(() -> Problem.invalid("rep", "NOT_A_REP", "only reps write it: you are none"));
        var author = new Member(caller.company(), from);
        var worked = effort.evidences(id, news.activity(), author, new Member(news.company(), news.rep()));
        if (!worked) {
            throw Problem.invalid("activity", "NO_EVIDENCE", "name a joint activity that counts, with both in it");
        }
        var now = clock.instant();
        var letter = new PeerFeedback(
                key.documentId(), id, news.company(), news.rep(), caller.company(), from, news.text(), now);
        letters.write(id, key.cause(body, 201), letter);
        return ResponseEntity.status(HttpStatus.CREATED).body(new Delivered(now));
    }

    /// What partners' people wrote is gone while no agreement is in force.
    @GetMapping("/roster/me/feedback")
    @Allowed(Role.REP)
    Page<Letter> mine(CompanyCaller caller, Paging paging) {
        var after = paging.after().orElse("");
        var rows = reps.person(caller.company(), caller.person()).stream()
                .flatMap(known -> to(caller.company(), known.rep().rep()))
                .filter(letter -> letter.position().compareTo(after) > 0)
                .sorted(java.util.Comparator.comparing(Letter::position))
                .limit(paging.fetch())
                .toList();
        return paging.page(rows, Letter::position);
    }

    private Stream<Letter> to(CompanyId company, RepId rep) {
        return agreements.page(company, "", PARTNERSHIPS_MAX).stream()
                .flatMap(partnership -> agreements.of(company, partnership).stream())
                .flatMap(partnership -> to(partnership, company, rep));
    }

    private Stream<Letter> to(PartnershipChanged partnership, CompanyId company, RepId rep) {
        var crosses = partnership.inForce().isPresent();
        List<PeerFeedback> found = letters.to(partnership.partnership(), company, rep, LETTERS_MAX);
        return found.stream()
                .filter(letter -> crosses || letter.by().equals(company))
                .map(letter -> new Letter(letter.id(), letter.partnership(), letter.by(), letter.text(), letter.at()));
    }
}
