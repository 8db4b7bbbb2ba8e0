package dev.tandem.roster.partnership;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.PartnershipChanged.Status;
import dev.tandem.roster.terms.Terms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A partnership as it stands; [Invitation], [Lifecycle] and [Signing] say how it moves.
///
/// @param parties all invited companies, the inviting one first
/// @param accepted those that agreed to the partnership, the inviting one among them
/// @param invitation who asked, why and when
/// @param ending who rejected, cancelled or ended it, why and when; null while it lives
/// @param refusals of single revisions
/// @param course when the invitation expires, who suspended it, and a notice that runs
/// @param papers the terms of the revisions, and what each party said of the fit
record Partnership(
        PartnershipId id,
        String name,
        Status status,
        List<CompanyId> parties,
        List<CompanyId> accepted,
        Act invitation,
        @Nullable Act ending,
        List<Agreement> revisions,
        List<Refusal> refusals,
        Course course,
        Papers papers) {

    /// Why a party would not sign a revision.
    record Refusal(int revision, Act act) {}

    Partnership {
        parties = List.copyOf(parties);
        accepted = List.copyOf(accepted);
        revisions = List.copyOf(revisions);
        refusals = List.copyOf(refusals);
        course = course == null ? Course.OPEN : course;
        papers = papers == null ? Papers.NONE : papers;
    }

    static Partnership invited(PartnershipId id, String name, List<CompanyId> parties, Act invitation) {
        return new Partnership(
                id,
                name,
                Status.INVITED,
                parties,
                List.of(invitation.by()),
                invitation,
                null,
                List.of(),
                List.of(),
                Course.OPEN,
                Papers.NONE);
    }

    /// As it is at that moment, with what has become due until then.
    Partnership at(Instant now) {
        return due().filter(due -> !now.isBefore(due)).map(this::fallenDue).orElse(this);
    }

    /// When it ends by itself.
    private Optional<Instant> due() {
        return switch (status) {
            case INVITED -> Optional.ofNullable(course.expiresAt());
            case ACTIVE, SUSPENDED -> Optional.ofNullable(course.notice()).map(Course.Notice::endsAt);
            case REJECTED, CANCELLED, EXPIRED, ENDED -> Optional.empty();
        };
    }

    private Partnership fallenDue(Instant due) {
        var notice = course.notice();
        return notice == null
                ? ended(Status.EXPIRED, new Act(invitation.by(), Course.NOT_ALL_ACCEPTED, due))
                : ended(Status.ENDED, new Act(notice.act().by(), notice.act().reason(), due));
    }

    /// As the revision in force says, also while nothing crosses.
    Optional<Integer> noticeDays() {
        return agreement()
                .inForce()
                .flatMap(revision -> papers.termsOf(revision.number()))
                .map(Terms::noticeDays);
    }

    /// Stored, so that what is due is found.
    @JsonProperty
    @Nullable
    Long dueSecond() {
        return due().map(Instant::getEpochSecond).orElse(null);
    }

    boolean isParty(CompanyId company) {
        return parties.contains(company);
    }

    Revisions agreement() {
        return new Revisions(revisions);
    }

    /// Stored, so that a unique index lets the same companies have one open invitation at a time.
    @JsonProperty
    String openInvitation() {
        return status == Status.INVITED
                ? parties.stream().map(CompanyId::value).sorted().collect(Collectors.joining(","))
                : id.value();
    }

    PartnershipChanged event() {
        return new PartnershipChanged(id, name, status, parties, revisions);
    }

    Partnership with(Status next, List<CompanyId> agreed) {
        return new Partnership(
                id, name, next, parties, agreed, invitation, ending, revisions, refusals, course, papers);
    }

    Partnership ended(Status next, Act act) {
        var governed = agreement().ended(act.at()).all();
        return new Partnership(id, name, next, parties, accepted, invitation, act, governed, refusals, course, papers);
    }

    Partnership with(Revisions next) {
        return new Partnership(
                id, name, status, parties, accepted, invitation, ending, next.all(), refusals, course, papers);
    }

    Partnership with(List<Refusal> all) {
        return new Partnership(id, name, status, parties, accepted, invitation, ending, revisions, all, course, papers);
    }

    Partnership with(Papers next) {
        return new Partnership(
                id, name, status, parties, accepted, invitation, ending, revisions, refusals, course, next);
    }

    /// Suspended as long as one party has it suspended.
    Partnership with(Course next) {
        var lives = status == Status.ACTIVE || status == Status.SUSPENDED;
        var now = lives ? (next.suspensions().isEmpty() ? Status.ACTIVE : Status.SUSPENDED) : status;
        return new Partnership(id, name, now, parties, accepted, invitation, ending, revisions, refusals, next, papers);
    }
}
