package dev.tandem.contracts.partnership;

/// A named segment of a book; each account is in exactly one of these, the first that applies.
public enum Population {
    /// The account's CRM type says customer.
    CUSTOMERS,
    /// Not a customer, with at least one open opportunity.
    OPEN_OPPORTUNITIES,
    /// All others.
    PROSPECTS
}
