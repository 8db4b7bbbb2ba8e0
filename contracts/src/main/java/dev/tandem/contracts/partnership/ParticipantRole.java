package dev.tandem.contracts.partnership;

/// What makes a rep a participant of a deal.
public enum ParticipantRole {
    /// Owns the opportunity in the CRM of the deal's owner.
    OWNER,
    /// The owner's counterpart at another party for the deal's joint account, at the deal's effective date.
    COUNTERPART
}
