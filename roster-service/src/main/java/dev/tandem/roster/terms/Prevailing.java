package dev.tandem.roster.terms;

import dev.tandem.contracts.CompanyId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// In this situation the rule of that party applies to all.
///
/// @param clause where it stands in the party's own rules
/// @param sentence what it says, for those who have no access to these
public record Prevailing(
        @Valid Situation where,
        CompanyId party,
        @NotBlank @Size(max = 200) String clause,
        @NotBlank @Size(max = 1_000) String sentence) {

    /// The one that is made most precisely for the situation. There is at most one: no two of the terms are made for
    /// the same.
    public static Optional<Prevailing> in(Situation situation, Collection<Prevailing> rules) {
        return rules.stream()
                .filter(rule -> rule.where().covers(situation))
                .max(Comparator.comparingInt(rule -> rule.where().precision()));
    }
}
