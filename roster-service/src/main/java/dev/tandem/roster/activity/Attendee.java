package dev.tandem.roster.activity;

import dev.tandem.contracts.RepId;
import dev.tandem.contracts.partnership.Act;

/// Who of a company took part, and what this rep did. Each company names its own people only.
record Attendee(RepId rep, Act act) {}
