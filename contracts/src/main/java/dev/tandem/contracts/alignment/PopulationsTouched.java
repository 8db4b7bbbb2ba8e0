package dev.tandem.contracts.alignment;

import dev.tandem.contracts.CompanyId;
import org.jspecify.annotations.Nullable;

/// Work on the internal topic `accounts.populations`, keyed by company: its own populations are other ones now, and
/// each of its accounts is looked at again, page by page. It carries no rule, so a repeat is harmless.
///
/// @param revision counts the changes of the company's populations; a walk for an older one stops
/// @param after where the walk goes on; null at its beginning
public record PopulationsTouched(
        CompanyId company, long revision, @Nullable String after) {}
