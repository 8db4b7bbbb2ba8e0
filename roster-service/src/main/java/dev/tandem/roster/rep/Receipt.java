package dev.tandem.roster.rep;

import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.Violation;
import java.time.Instant;
import java.util.List;

/// What became of one record that a company's CRM sent of its users; holds no value that it sent.
///
/// @param id its place on the broker, so that a redelivery has the same receipt
/// @param findings why it is parked: field, rule, and how to mend it
record Receipt(
        String id,
        String objectType,
        CrmId objectId,
        String eventId,
        Instant time,
        Outcome outcome,
        List<Violation> findings) {

    /// What a record came to.
    enum Outcome {
        APPLIED,
        /// The same event again, or nothing new in it.
        UNCHANGED,
        /// Newer values of all its fields were there already.
        SUPERSEDED,
        /// Of somebody who was erased: nothing of it was taken.
        ERASED,
        /// Waits for redrive or discard.
        PARKED
    }

    Receipt {
        findings = List.copyOf(findings);
    }

    /// The same of an erased user.
    Receipt of(CrmId erased) {
        return new Receipt(id, objectType, erased, erased.value(), time, outcome, findings);
    }
}
