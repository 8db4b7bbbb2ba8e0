package dev.tandem.accounts.crm;

import dev.tandem.contracts.Violation;

/// What an object still waits for, though its record was applied.
///
/// @param reference `type/id` of what is awaited; its arrival ends the waiting
public record Pending(String reference, Violation finding) {

    /// `field` names an object of the company's own CRM that has not arrived.
    public static Pending unknown(String field, String reference) {
        var message = "names " + reference + ", which has not arrived; send it, nothing else is to be done";
        return new Pending(reference, new Violation(field, "UNKNOWN_REFERENCE", message));
    }
}
