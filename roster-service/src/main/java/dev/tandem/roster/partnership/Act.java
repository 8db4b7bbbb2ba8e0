package dev.tandem.roster.partnership;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Reason;
import java.time.Instant;

/// What a company did, when and why.
record Act(CompanyId by, Reason reason, Instant at) {}
