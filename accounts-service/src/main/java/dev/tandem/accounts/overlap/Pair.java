package dev.tandem.accounts.overlap;

import dev.tandem.accounts.alignment.Cell;
import dev.tandem.accounts.alignment.Cell.Segment;
import dev.tandem.accounts.alignment.Counted;
import dev.tandem.accounts.alignment.Mark;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.Placement;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.PopulationName;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.contracts.partnership.SharingPolicy.CustomRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Two parties under an agreement, and which of their joint accounts both show each other how far. The same whichever
/// of them asks.
///
/// @param defined the populations of its own that a party has defined: one that an agreement names beyond these
/// restricts all of its accounts
record Pair(
        Agreement agreement,
        CompanyId one,
        CompanyId other,
        Function<CompanyId, ? extends Collection<PopulationName>> defined) {

    /// Those of a cell that both sides show each other at this level or above; empty where there can be none.
    ///
    /// @param with marks that they have besides
    Optional<Counted> showing(Population ofOne, Population ofOther, SharingLevel level, List<String> with) {
        if (!shows(one, ofOne, other, level) || !shows(other, ofOther, one, level)) {
            return Optional.empty();
        }
        var cell = Cell.between(new Segment(one, ofOne), new Segment(other, ofOther));
        var without = new ArrayList<>(List.of(Mark.withheld(one), Mark.withheld(other)));
        restricting(one, other, level).forEach(rule -> without.add(Mark.in(one, rule.population())));
        restricting(other, one, level).forEach(rule -> without.add(Mark.in(other, rule.population())));
        return Optional.of(new Counted(cell, with, without));
    }

    /// Whether some accounts of this pair may be counted and not shown, though their built-in populations are shown.
    boolean countsSingleOnes() {
        return Stream.concat(
                        restricting(one, other, SharingLevel.OVERLAPPING_ACCOUNTS),
                        restricting(other, one, SharingLevel.OVERLAPPING_ACCOUNTS))
                .anyMatch(rule -> rule.level() == SharingLevel.COUNTS_ONLY);
    }

    private boolean shows(CompanyId party, Population population, CompanyId reader, SharingLevel level) {
        var undefined = restricting(party, reader, level)
                .anyMatch(rule -> !defined.apply(party).contains(rule.population()));
        var shown = agreement.sharing().levelFor(reader, new Placement(party, population));
        return !undefined && shown.compareTo(level) >= 0;
    }

    private Stream<CustomRule> restricting(CompanyId party, CompanyId reader, SharingLevel level) {
        return restricting(agreement, party, reader, level);
    }

    /// By which the party keeps some of its accounts below this level for the reader.
    static Stream<CustomRule> restricting(Agreement agreement, CompanyId party, CompanyId reader, SharingLevel level) {
        return agreement.sharing().customRules().stream()
                .filter(rule -> rule.party().equals(party))
                .filter(rule -> rule.to() == null || rule.to().equals(reader))
                .filter(rule -> rule.level().compareTo(level) < 0);
    }
}
