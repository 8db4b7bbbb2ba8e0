package dev.tandem.accounts.sharing;

import dev.tandem.contracts.PartnershipId;

/// Which revision governed a partnership when it was last looked at; zero for none.
record Governing(PartnershipId partnership, int revision) {}
