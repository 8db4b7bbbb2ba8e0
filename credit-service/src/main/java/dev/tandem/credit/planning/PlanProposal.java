package dev.tandem.credit.planning;

import dev.tandem.contracts.Reason;
import dev.tandem.credit.plan.Plan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A revision of a plan that somebody proposed. It counts for nothing before a second person of the
/// company approved it.
///
/// @param proposedBy the token's subject
/// @param decision null while nobody decided
record PlanProposal(
        String id,
        Plan plan,
        String proposedBy,
        Instant proposedAt,
        @Nullable Decision decision) {

    enum Status {
        PROPOSED,
        APPROVED,
        REFUSED
    }

    /// @param person who decided: the token's subject
    record Decision(Status status, String person, Instant at, Reason because) {}

    Status status() {
        return decision == null ? Status.PROPOSED : decision.status();
    }

    PlanProposal decided(Decision by) {
        return new PlanProposal(id, plan, proposedBy, proposedAt, by);
    }
}
