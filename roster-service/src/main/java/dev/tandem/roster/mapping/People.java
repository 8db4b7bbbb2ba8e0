package dev.tandem.roster.mapping;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.RepId;
import dev.tandem.roster.rep.RepDirectory.Known;
import java.util.Optional;

/// Looks up a rep of a company.
@FunctionalInterface
interface People {
    Optional<Known> find(CompanyId company, RepId rep);
}
