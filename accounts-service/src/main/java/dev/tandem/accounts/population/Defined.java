package dev.tandem.accounts.population;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.partnership.PopulationName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All populations of one company's own, in the order of their names.
///
/// @param revision counts the changes of any of them
record Defined(CompanyId company, long revision, List<CustomPopulation> populations) {
    /// As many as can be judged at each event and read at a glance.
    static final int MAX = 20;

    Defined {
        populations = List.copyOf(populations);
    }

    static Defined none(CompanyId company) {
        return new Defined(company, 0, List.of());
    }

    Optional<CustomPopulation> find(PopulationName name) {
        return populations.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    Defined with(CustomPopulation next) {
        var all = Stream.concat(others(next.name()), Stream.of(next))
                .sorted(Comparator.comparing(CustomPopulation::name))
                .toList();
        return new Defined(company, revision + 1, all);
    }

    Defined without(PopulationName name) {
        return new Defined(company, revision + 1, others(name).toList());
    }

    private Stream<CustomPopulation> others(PopulationName name) {
        return populations.stream().filter(each -> !each.name().equals(name));
    }
}
