package dev.tandem.contracts.partnership;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Violation;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What each party shows the others, population by population. A built-in population that no rule names is Hidden. A
/// population of a party's own restricts further where a rule names it: of all rules that an account falls under, the
/// strictest level holds, with only the fields that all of them show.
///
/// @param custom rules for populations of the parties' own; left out where there are none
public record SharingPolicy(
        List<Rule> rules,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<CustomRule> custom) {
    /// `party` shows `fields` of its accounts in `population` at `level`. The other parties see no other field.
    /// The fields stand in the order of their declaration: that of `Set.copyOf` differs from process to process,
    /// and with it the hash of the same agreement.
    ///
    /// @param to the party that it is shown to; left out for all others
    public record Rule(
            CompanyId party,
            Population population,
            SharingLevel level,
            Set<SharedField> fields,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            CompanyId to) {
        public Rule {
            fields = inOrder(fields);
        }

        public Rule(CompanyId party, Population population, SharingLevel level, Set<SharedField> fields) {
            this(party, population, level, fields, null);
        }
    }

    /// The same of a population of the party's own. One that the party has not defined restricts all its accounts.
    public record CustomRule(
            CompanyId party,
            PopulationName population,
            SharingLevel level,
            Set<SharedField> fields,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            CompanyId to) {
        public CustomRule {
            fields = inOrder(fields);
        }

        public CustomRule(CompanyId party, PopulationName population, SharingLevel level, Set<SharedField> fields) {
            this(party, population, level, fields, null);
        }
    }

    /// What one rule says, whatever kind of population it is for.
    private record Word(SharingLevel level, Set<SharedField> fields) {}

    public SharingPolicy {
        rules = List.copyOf(rules);
        custom = custom == null ? List.of() : List.copyOf(custom);
    }

    public SharingPolicy(List<Rule> rules) {
        this(rules, List.of());
    }

    private static Set<SharedField> inOrder(Set<SharedField> fields) {
        return Collections.unmodifiableSet(new TreeSet<>(fields));
    }

    public List<CustomRule> customRules() {
        return Objects.requireNonNull(custom, "set by the constructor");
    }

    /// What every other party sees of a built-in population: where they see different things, the strictest.
    public SharingLevel levelOf(CompanyId party, Population population) {
        return levelOf(new Placement(party, population));
    }

    /// Empty for a population that is not shown row by row.
    public Set<SharedField> fieldsOf(CompanyId party, Population population) {
        return fieldsOf(new Placement(party, population));
    }

    /// What every other party sees of an account that stands there: where they see different things, the strictest;
    /// nothing where the built-in population is shown to single parties only.
    public SharingLevel levelOf(Placement placement) {
        return level(toAll(placement));
    }

    /// Empty where the account is not shown.
    public Set<SharedField> fieldsOf(Placement placement) {
        return fields(toAll(placement));
    }

    /// What one other party sees of an account that stands there.
    public SharingLevel levelFor(CompanyId reader, Placement placement) {
        return level(words(placement, reader::equals));
    }

    /// Empty where the account is not shown.
    public Set<SharedField> fieldsFor(CompanyId reader, Placement placement) {
        return fields(words(placement, reader::equals));
    }

    /// Whether every other party sees this field of every account of the party.
    public boolean showsOfAll(CompanyId party, SharedField field) {
        var named = customRules().stream()
                .filter(rule -> rule.party().equals(party))
                .map(CustomRule::population)
                .toList();
        return Stream.of(Population.values())
                .allMatch(population ->
                        fieldsOf(new Placement(party, population, named)).contains(field));
    }

    /// Whether a population of the party's own makes a difference to its partners.
    public boolean names(CompanyId party, PopulationName population) {
        return customRules().stream()
                .anyMatch(
                        rule -> rule.party().equals(party) && rule.population().equals(population));
    }

    private List<Word> toAll(Placement at) {
        var general = rules.stream()
                .anyMatch(rule ->
                        rule.party().equals(at.party()) && rule.population() == at.population() && rule.to() == null);
        return general ? words(at, _ -> true) : List.of();
    }

    /// The words on a built-in population come first; without one of these nothing is shown.
    private List<Word> words(Placement at, Predicate<CompanyId> reader) {
        var builtIn = rules.stream()
                .filter(rule -> rule.party().equals(at.party()) && rule.population() == at.population())
                .filter(rule -> rule.to() == null || reader.test(rule.to()))
                .map(rule -> new Word(rule.level(), rule.fields()))
                .toList();
        var own = customRules().stream()
                .filter(rule -> rule.party().equals(at.party()) && at.custom().contains(rule.population()))
                .filter(rule -> rule.to() == null || reader.test(rule.to()))
                .map(rule -> new Word(rule.level(), rule.fields()));
        return builtIn.isEmpty()
                ? List.of()
                : Stream.concat(builtIn.stream(), own).toList();
    }

    private static SharingLevel level(List<Word> words) {
        return words.stream().map(Word::level).min(Comparator.naturalOrder()).orElse(SharingLevel.HIDDEN);
    }

    private static Set<SharedField> fields(List<Word> words) {
        if (!level(words).showsOverlappingRows()) {
            return Set.of();
        }
        var common = new TreeSet<>(words.getFirst().fields());
        words.forEach(word -> common.retainAll(word.fields()));
        return common;
    }

    /// Every broken rule; empty when the policy may be proposed by these parties.
    public List<Violation> violations(Collection<CompanyId> parties) {
        return SharingChecks.violations(this, parties);
    }
}
