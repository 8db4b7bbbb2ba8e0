package dev.tandem.contracts.partnership;

/// What somebody did towards a deal: the kinds of contribution.
public enum Act {
    /// Found the customer's need.
    SOURCED(ParticipantRole.SOURCED),
    /// Brought the partner in.
    INTRODUCED(ParticipantRole.INTRODUCED),
    /// Presented to the customer.
    PRESENTED(ParticipantRole.PRESENTED),
    /// Helped without presenting: a trial, an answer to a tender.
    SUPPORTED(ParticipantRole.SUPPORTED),
    /// Brought it to signature.
    CLOSED(ParticipantRole.CLOSED),
    /// Was there.
    ATTENDED(ParticipantRole.ATTENDED);

    private final ParticipantRole role;

    Act(ParticipantRole role) {
        this.role = role;
    }

    /// The role of whoever did it.
    public ParticipantRole role() {
        return role;
    }
}
