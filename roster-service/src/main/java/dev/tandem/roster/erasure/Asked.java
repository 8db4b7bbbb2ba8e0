package dev.tandem.roster.erasure;

import dev.tandem.contracts.Reason;
import dev.tandem.contracts.RepId;
import java.time.Instant;

/// That a person's erasure was asked for, which is all that is kept of it.
record Asked(RepId rep, Reason reason, Instant at) {}
