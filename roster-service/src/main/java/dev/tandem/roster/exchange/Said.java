package dev.tandem.roster.exchange;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import java.time.Instant;

/// Who said something about a roster, why and when.
record Said(CompanyId by, Reason reason, Instant at) {}
