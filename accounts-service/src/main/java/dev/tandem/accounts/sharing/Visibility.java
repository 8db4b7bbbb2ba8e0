package dev.tandem.accounts.sharing;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.partnership.Agreement;
import dev.tandem.contracts.partnership.Placement;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.PopulationName;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.contracts.partnership.SharingPolicy;
import dev.tandem.contracts.partnership.SharingPolicy.CustomRule;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a party's partners may see of one of its accounts. Everything that crosses passes here.
public final class Visibility {
    private static final Map<SharedField, String> NAMES = Map.ofEntries(
            Map.entry(SharedField.NAME, "name"),
            Map.entry(SharedField.WEBSITE, "website"),
            Map.entry(SharedField.PHONE, "phone"),
            Map.entry(SharedField.STREET, "street"),
            Map.entry(SharedField.CITY, "city"),
            Map.entry(SharedField.REGION, "region"),
            Map.entry(SharedField.POSTCODE, "postcode"),
            Map.entry(SharedField.COUNTRY, "country"),
            Map.entry(SharedField.INDUSTRY, "industry"),
            Map.entry(SharedField.REGISTRATION_ID, "registrationId"),
            Map.entry(SharedField.OWNER, "owner"));

    private Visibility() {}

    /// One account as its owner has it.
    ///
    /// @param withheld whether it is private, so that nothing of it crosses
    /// @param defined the populations that its company has defined for itself: an agreement may name others
    /// @param texts by the field's name in the CRM contract; `owner` is the rep's name
    public record Own(
            Placement placement, boolean withheld, Collection<PopulationName> defined, Map<String, String> texts) {
        /// Of a company that has no populations of its own.
        public Own(CompanyId company, Population population, Map<String, String> texts) {
            this(new Placement(company, population), false, List.of(), texts);
        }

        public CompanyId company() {
            return placement.party();
        }

        public Population population() {
            return placement.population();
        }
    }

    /// How a field is called outside.
    public static String nameOf(SharedField field) {
        return java.util.Objects.requireNonNull(NAMES.get(field));
    }

    /// The field that is called so outside, if an agreement can show it.
    public static Optional<SharedField> named(String name) {
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// The permitted fields of an account that overlaps, for one other party; empty when it may not see the account.
    public static Optional<Map<String, String>> overlapping(Optional<Agreement> inForce, Own own, CompanyId reader) {
        return level(inForce, own, reader).showsOverlappingRows()
                ? inForce.map(agreement -> permitted(agreement, own, reader))
                : Optional.empty();
    }

    /// The permitted fields of an account that another party sees whether it has it too or not; empty when it does
    /// not.
    public static Optional<Map<String, String>> anyhow(Optional<Agreement> inForce, Own own, CompanyId reader) {
        return level(inForce, own, reader) == SharingLevel.ALL_ACCOUNTS
                ? inForce.map(agreement -> permitted(agreement, own, reader))
                : Optional.empty();
    }

    /// What one other party may see of an account.
    public static SharingLevel level(Optional<Agreement> inForce, Own own, CompanyId reader) {
        return own.withheld()
                ? SharingLevel.HIDDEN
                : inForce.map(agreement -> agreement.sharing().levelFor(reader, judged(agreement.sharing(), own)))
                        .orElse(SharingLevel.HIDDEN);
    }

    /// Whether every other party sees the account where it overlaps.
    public static boolean shownToAll(Optional<Agreement> inForce, Own own) {
        return !own.withheld()
                && inForce.map(agreement -> agreement.sharing().levelOf(judged(agreement.sharing(), own)))
                        .filter(SharingLevel::showsOverlappingRows)
                        .isPresent();
    }

    /// Whether the account takes part, so that its company reads others' for it. Neither a private one does nor any of
    /// a company that is closed: what one company decides alone holds both ways.
    public static boolean takesPart(Optional<Agreement> inForce, Own own) {
        return !own.withheld() && !isClosed(inForce, own.company(), own.defined());
    }

    /// Whether the company has not defined a population by which the agreement hides some of its accounts: as nobody
    /// can say which these are, none of its accounts takes part.
    public static boolean isClosed(Optional<Agreement> inForce, CompanyId company, Collection<PopulationName> defined) {
        return inForce.stream()
                .flatMap(agreement -> agreement.sharing().customRules().stream())
                .filter(rule -> rule.party().equals(company))
                .filter(rule -> !rule.level().showsOverlappingRows())
                .anyMatch(rule -> !defined.contains(rule.population()));
    }

    /// What any of the other parties sees of an account: the most generous level, and every field that one sees.
    public static Seen byAny(Optional<Agreement> inForce, Own own, Collection<CompanyId> readers) {
        var level = SharingLevel.HIDDEN;
        var fields = new TreeMap<String, String>();
        for (var reader : readers) {
            var shown = level(inForce, own, reader);
            level = shown.compareTo(level) > 0 ? shown : level;
            overlapping(inForce, own, reader).ifPresent(fields::putAll);
        }
        return new Seen(level, fields);
    }

    /// @param fields empty where the account is not shown row by row
    public record Seen(SharingLevel level, Map<String, String> fields) {}

    /// Of which populations the party shows another every account, but those that a stricter rule holds back.
    public static List<Population> shownWhole(Optional<Agreement> inForce, CompanyId party, CompanyId reader) {
        return Stream.of(Population.values())
                .filter(population -> level(inForce, party, population, reader) == SharingLevel.ALL_ACCOUNTS)
                .toList();
    }

    /// What the party shows another of a built-in population, but where a stricter rule holds.
    public static SharingLevel level(
            Optional<Agreement> inForce, CompanyId owner, Population population, CompanyId to) {
        return inForce.map(agreement -> agreement.sharing().levelFor(to, new Placement(owner, population)))
                .orElse(SharingLevel.HIDDEN);
    }

    /// The fields that the party shows another of any of its accounts.
    public static Set<SharedField> fields(Optional<Agreement> inForce, CompanyId party, CompanyId reader) {
        return inForce.stream()
                .flatMap(agreement -> Stream.of(Population.values())
                        .map(population -> agreement.sharing().fieldsFor(reader, new Placement(party, population))))
                .flatMap(Set::stream)
                .collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new));
    }

    /// How the fields are called that one other party may see of an account, whether they have a value or not.
    public static Set<String> permitted(Optional<Agreement> inForce, Own own, CompanyId reader) {
        return level(inForce, own, reader).showsOverlappingRows()
                ? inForce.stream()
                        .flatMap(agreement -> fields(agreement, own, reader))
                        .map(Visibility::nameOf)
                        .collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new))
                : Set.of();
    }

    private static Stream<SharedField> fields(Agreement agreement, Own own, CompanyId reader) {
        return agreement.sharing().fieldsFor(reader, judged(agreement.sharing(), own)).stream();
    }

    /// A population that the agreement names and its company has not defined may hold any account, so all are in it.
    private static Placement judged(SharingPolicy policy, Own own) {
        var undefined = policy.customRules().stream()
                .filter(rule -> rule.party().equals(own.company()))
                .map(CustomRule::population)
                .filter(name -> !own.defined().contains(name))
                .toList();
        return undefined.isEmpty() ? own.placement() : own.placement().also(undefined);
    }

    private static Map<String, String> permitted(Agreement agreement, Own own, CompanyId reader) {
        var shown = new TreeMap<String, String>();
        fields(agreement, own, reader).forEach(field -> {
            var text = own.texts().get(nameOf(field));
            if (text != null) {
                shown.put(nameOf(field), text);
            }
        });
        return shown;
    }
}
