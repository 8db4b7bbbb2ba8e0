package dev.tandem.roster.engagement;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.JointAccountId;
import dev.tandem.contracts.Reason;
import dev.tandem.roster.learning.Citations.Cited;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An engagement as one party sees it.
///
/// @param own null while the viewer has no record of its own
/// @param others snapshots of the other parties' records; none while nothing crosses
record EngagementView(
        String engagement,
        JointAccountId jointAccount,
        CompanyId openedBy,
        @Nullable Own own,
        List<Snapshot> others) {

    /// @param opportunity in the viewer's own CRM
    /// @param allowed to which stages it can go now
    record Own(
            @Nullable CrmId opportunity,
            Stage stage,
            Reason reason,
            Instant at,
            List<Cited> citations,
            List<String> allowed) {
        static Own of(PartyRecord record, List<Cited> citations) {
            var now = record.now();
            return new Own(
                    record.opportunity(),
                    now.stage(),
                    now.because(),
                    now.at(),
                    citations,
                    now.stage().allowedWords());
        }
    }

    /// What another party lets see of its record.
    record Snapshot(CompanyId company, Stage stage, Instant at, List<Cited> citations) {
        static Snapshot of(PartyRecord record, List<Cited> citations) {
            return new Snapshot(
                    record.party(), record.now().stage(), record.now().at(), citations);
        }
    }
}
