package dev.tandem.roster.partnership;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.PartnershipChanged.Status;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A partnership as it stands; [Invitation] and [Signing] say how it moves.
///
/// @param parties all invited companies, the inviting one first
/// @param accepted those that agreed to the partnership, the inviting one among them
/// @param invitation who asked, why and when
/// @param ending who rejected or cancelled it, why and when; null while it lives
/// @param refusals of single revisions
record Partnership(
        PartnershipId id,
        String name,
        Status status,
        List<CompanyId> parties,
        List<CompanyId> accepted,
        Act invitation,
        @Nullable Act ending,
        List<Agreement> revisions,
        List<Refusal> refusals) {

    /// Why a party would not sign a revision.
    record Refusal(int revision, Act act) {}

    Partnership {
        parties = List.copyOf(parties);
        accepted = List.copyOf(accepted);
        revisions = List.copyOf(revisions);
        refusals = List.copyOf(refusals);
    }

    static Partnership invited(PartnershipId id, String name, List<CompanyId> parties, Act invitation) {
        return new Partnership(
                id, name, Status.INVITED, parties, List.of(invitation.by()), invitation, null, List.of(), List.of());
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
        return new Partnership(id, name, next, parties, agreed, invitation, ending, revisions, refusals);
    }

    Partnership ended(Status next, Act act) {
        var governed = agreement().ended(act.at()).all();
        return new Partnership(id, name, next, parties, accepted, invitation, act, governed, refusals);
    }

    Partnership with(Revisions next) {
        return new Partnership(id, name, status, parties, accepted, invitation, ending, next.all(), refusals);
    }

    Partnership with(List<Refusal> all) {
        return new Partnership(id, name, status, parties, accepted, invitation, ending, revisions, all);
    }
}
