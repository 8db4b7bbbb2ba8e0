package dev.tandem.samples;

/// What becomes of an opportunity after the agreement.
public enum Outcome {
    UNTOUCHED,
    ADVANCED,
    LOST,
    WON,
    /// Won before the agreement.
    WON_BEFORE,
    /// Won, then its amount changed.
    AMENDED,
    /// Won, then part of it given back.
    PARTLY_REFUNDED,
    /// Won, then all of it given back.
    FULLY_REFUNDED,
    /// Won, then in negotiation again.
    REOPENED,
    /// Won, reopened, and won with another amount.
    WON_AGAIN,
    /// Deleted while open.
    DELETED,
    /// Deleted in the CRM after it was won.
    DELETED_AFTER_WON
}
