package dev.tandem.accounts.sharing;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.contracts.partnership.SharingPolicy;
import dev.tandem.contracts.partnership.SharingPolicy.Rule;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Sharing policies to begin with: each can be proposed as it is, or changed first. The first is the default.
final class SharingPresets {
    private static final Set<SharedField> NAMES = Set.of(SharedField.NAME, SharedField.WEBSITE, SharedField.COUNTRY);
    private static final Set<SharedField> OWNERS =
            Set.of(SharedField.NAME, SharedField.WEBSITE, SharedField.COUNTRY, SharedField.OWNER);

    private SharingPresets() {}

    /// @param preset names it
    /// @param sentence what it comes to
    /// @param sharing as a revision of the agreement takes it
    record Preset(String preset, String sentence, SharingPolicy sharing) {}

    static List<Preset> of(CompanyId asking, Collection<CompanyId> parties) {
        return List.of(
                new Preset(
                        "COUNTS_FIRST",
                        "Both count what they have in common and see no account: a safe beginning.",
                        all(parties, SharingLevel.COUNTS_ONLY, Set.of())),
                new Preset(
                        "NAMES_OF_OVERLAP",
                        "Both see the accounts that they have in common, with name, website and country.",
                        all(parties, SharingLevel.OVERLAPPING_ACCOUNTS, NAMES)),
                new Preset(
                        "OWNERS_OF_OVERLAP",
                        "As the above, and both see who owns the account, so that counterparts can be named.",
                        all(parties, SharingLevel.OVERLAPPING_ACCOUNTS, OWNERS)),
                new Preset(
                        "CUSTOMERS_HELD_BACK",
                        "Both see opportunities and prospects that they have in common; customers are counted only.",
                        customersHeldBack(parties)),
                new Preset(
                        "ONE_WAY",
                        "You show the accounts in common; the others let you count how many more they see than you.",
                        oneWay(asking, parties)));
    }

    private static SharingPolicy all(Collection<CompanyId> parties, SharingLevel level, Set<SharedField> fields) {
        return new SharingPolicy(
                parties.stream().flatMap(party -> rules(party, level, fields)).toList());
    }

    private static SharingPolicy oneWay(CompanyId asking, Collection<CompanyId> parties) {
        return new SharingPolicy(parties.stream()
                .flatMap(party -> party.equals(asking)
                        ? rules(party, SharingLevel.OVERLAPPING_ACCOUNTS, NAMES)
                        : rules(party, SharingLevel.COUNTS_ONLY, Set.of()))
                .toList());
    }

    private static SharingPolicy customersHeldBack(Collection<CompanyId> parties) {
        return new SharingPolicy(parties.stream()
                .flatMap(party -> Stream.of(
                        new Rule(party, Population.CUSTOMERS, SharingLevel.COUNTS_ONLY, Set.of()),
                        new Rule(party, Population.OPEN_OPPORTUNITIES, SharingLevel.OVERLAPPING_ACCOUNTS, NAMES),
                        new Rule(party, Population.PROSPECTS, SharingLevel.OVERLAPPING_ACCOUNTS, NAMES)))
                .toList());
    }

    private static Stream<Rule> rules(CompanyId party, SharingLevel level, Set<SharedField> fields) {
        return Stream.of(Population.values()).map(population -> new Rule(party, population, level, fields));
    }
}
