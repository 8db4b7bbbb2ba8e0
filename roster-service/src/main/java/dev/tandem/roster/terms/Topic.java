package dev.tandem.roster.terms;

/// On what the parties' own rules may differ.
public enum Topic {
    EXPENSES,
    GIFTS,
    DISCOUNTS,
    CONTACT_FREQUENCY,
    CONDUCT
}
