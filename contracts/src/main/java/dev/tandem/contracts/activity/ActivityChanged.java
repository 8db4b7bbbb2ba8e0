package dev.tandem.contracts.activity;

import dev.tandem.contracts.ActivityId;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.DealId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.Act;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people did together on a joint account, full state, on `tandem.activities` under its id,
/// with what each of them contributed by it. The activity is the evidence. No name and no text of
/// anybody's travels with it.
///
/// @param deal towards which it was; null: towards every deal of the joint account that is not
/// older, as the agreement says
/// @param on the day on which it took place
/// @param confirmedBy the companies that said that it took place as recorded
/// @param contributions at most one per rep and act
public record ActivityChanged(
        ActivityId activity,
        PartnershipId partnership,
        JointAccountId jointAccount,
        @Nullable DealId deal,
        LocalDate on,
        Instant recordedAt,
        List<CompanyId> confirmedBy,
        List<Contribution> contributions) {

    /// What one participant contributed.
    ///
    /// @param company whose rep it is, and who claims it
    /// @param qualityPassed whether the activity had the quality that the parties agreed on; without
    /// it, it counts for nothing
    /// @param retracted whether it was taken back, for good
    /// @param because why it is claimed, did not pass, or was taken back
    public record Contribution(
            CompanyId company, RepId rep, Act act, boolean qualityPassed, boolean retracted, Reason because) {}

    public ActivityChanged {
        confirmedBy = List.copyOf(confirmedBy);
        contributions = List.copyOf(contributions);
    }
}
