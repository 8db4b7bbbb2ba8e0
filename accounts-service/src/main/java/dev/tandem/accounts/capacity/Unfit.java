package dev.tandem.accounts.capacity;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.Reason;

/// A partnership in which nothing new is matched now, and why.
public record Unfit(PartnershipId partnership, Reason reason) {}
