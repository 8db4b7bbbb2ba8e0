package dev.tandem.roster.recognition;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import java.time.Instant;

/// What a company said, why and when.
record Said(CompanyId by, Reason reason, Instant at) {}
