package dev.tandem.contracts.credit;

import dev.tandem.contracts.DealId;
import dev.tandem.contracts.PartnershipId;

/// A deal to be credited again, on the internal topic `credit.crediting`, keyed by deal: something
/// was said about it in credit-service itself. It carries no state, so a repeat is harmless.
public record CreditingWork(PartnershipId partnership, DealId deal) {}
