/// Governance: what the parties decide together, each with its reason, its deadline, and what holds if nobody speaks.
@NullMarked
package dev.tandem.roster.governance;

import org.jspecify.annotations.NullMarked;
