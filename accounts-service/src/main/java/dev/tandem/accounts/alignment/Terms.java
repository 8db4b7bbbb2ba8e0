package dev.tandem.accounts.alignment;

import dev.tandem.accounts.sharing.Visibility;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.contracts.partnership.Placement;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.PopulationName;
import dev.tandem.contracts.partnership.SharingPolicy.CustomRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which accounts of a partnership take part, and which of them every other party would see. Equal where another
/// revision makes no difference to that.
///
/// @param shown built-in populations that are shown row by row, as `company/population`
/// @param hiding populations of the parties' own that hide what is in them
/// @param closed parties of whose accounts none takes part
record Terms(Set<String> shown, Set<String> hiding, Set<CompanyId> closed) {

    /// @param defined the populations of its own that a party has defined
    static Terms of(PartnershipChanged partnership, Function<CompanyId, List<PopulationName>> defined) {
        var inForce = partnership.inForce();
        var shown = partnership.parties().stream()
                .flatMap(party -> Stream.of(Population.values())
                        .filter(population -> isShown(partnership, party, population))
                        .map(population -> party + "/" + population));
        var hiding = inForce.stream()
                .flatMap(agreement -> agreement.sharing().customRules().stream())
                .filter(rule -> !rule.level().showsOverlappingRows())
                .toList();
        var named = hiding.stream().map(CustomRule::party).collect(Collectors.toSet());
        var closed = named.stream().filter(party -> Visibility.isClosed(inForce, party, defined.apply(party)));
        return new Terms(
                sorted(shown),
                sorted(hiding.stream().map(rule -> Mark.in(rule.party(), rule.population()))),
                new TreeSet<>(closed.toList()));
    }

    private static boolean isShown(PartnershipChanged partnership, CompanyId party, Population population) {
        return partnership.parties().stream()
                .filter(reader -> !reader.equals(party))
                .allMatch(reader -> Visibility.level(partnership.inForce(), party, population, reader)
                        .showsOverlappingRows());
    }

    private static Set<String> sorted(Stream<String> names) {
        return names.collect(Collectors.toCollection(TreeSet::new));
    }

    /// Whether every other party would see an account that stands there.
    boolean show(Placement at) {
        return shown.contains(at.party() + "/" + at.population())
                && at.custom().stream().noneMatch(population -> hiding.contains(Mark.in(at.party(), population)));
    }
}
