package dev.tandem.roster.briefing;

import dev.tandem.contracts.PartnershipId;
import dev.tandem.contracts.RepId;
import java.time.Instant;

/// That a rep knows what must be known by a revision; a later revision asks again.
record Acknowledgement(PartnershipId partnership, RepId rep, int revision, Instant at) {}
