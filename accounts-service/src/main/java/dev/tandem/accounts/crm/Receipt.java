package dev.tandem.accounts.crm;

import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Violation;
import java.time.Instant;
import java.util.List;

/// What became of one record that a company sent.
///
/// @param id where the record lies; rises with arrival within one partition or file
/// @param findings field, rule and fix, for what is pending or parked; or what else is to be known of what was applied
/// @param waitsFor the references that are not known yet, as `type/id`
public record Receipt(
        String id,
        String objectType,
        CrmId objectId,
        Instant receivedAt,
        Outcome outcome,
        List<Violation> findings,
        List<String> waitsFor) {

    /// The ways in which a record can end.
    public enum Outcome {
        APPLIED,
        /// It said nothing that was not known.
        UNCHANGED,
        /// Something newer was there already.
        SUPERSEDED,
        /// Applied, but it names something that is not known yet, or waits for a decision.
        PENDING,
        /// It cannot be applied as it is.
        PARKED
    }

    public Receipt {
        findings = List.copyOf(findings);
        waitsFor = List.copyOf(waitsFor);
    }
}
