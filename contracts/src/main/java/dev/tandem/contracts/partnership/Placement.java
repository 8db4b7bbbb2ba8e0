package dev.tandem.contracts.partnership;

import dev.tandem.contracts.CompanyId;
import java.util.Collection;
import java.util.List;

/// Where an account stands in its company's book: in exactly one of the built-in populations, and in any of the
/// company's own.
public record Placement(CompanyId party, Population population, List<PopulationName> custom) {
    public Placement {
        custom = custom.stream().distinct().sorted().toList();
    }

    public Placement(CompanyId party, Population population) {
        this(party, population, List.of());
    }

    /// In these of the company's own populations too.
    public Placement also(Collection<PopulationName> more) {
        return new Placement(
                party,
                population,
                java.util.stream.Stream.concat(custom.stream(), more.stream()).toList());
    }
}
