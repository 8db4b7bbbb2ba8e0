package dev.tandem.contracts.partnership;

/// What makes a rep a participant of a deal: owning it, being the owner's counterpart, or a
/// confirmed [Act] of the same name.
public enum ParticipantRole {
    /// Owns the opportunity in the CRM of the deal's owner.
    OWNER,
    /// The owner's counterpart at another party for the deal's joint account, at the deal's
    /// effective date.
    COUNTERPART,
    SOURCED,
    INTRODUCED,
    PRESENTED,
    SUPPORTED,
    CLOSED,
    ATTENDED
}
