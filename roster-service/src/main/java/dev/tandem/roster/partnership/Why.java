package dev.tandem.roster.partnership;

import dev.tandem.contracts.Reason;

/// The body of what needs nothing but a reason.
record Why(Reason reason) {}
