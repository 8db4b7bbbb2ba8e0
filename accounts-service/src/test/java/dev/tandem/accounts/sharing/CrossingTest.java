package dev.tandem.accounts.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.accounts.Alliance;
import dev.tandem.accounts.sharing.Visibility.Own;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.partnership.Placement;
import dev.tandem.contracts.partnership.Population;
import dev.tandem.contracts.partnership.PopulationName;
import dev.tandem.contracts.partnership.SharedField;
import dev.tandem.contracts.partnership.SharingLevel;
import dev.tandem.contracts.partnership.SharingPolicy;
import dev.tandem.contracts.partnership.SharingPolicy.CustomRule;
import dev.tandem.contracts.partnership.SharingPolicy.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// For random policies and accounts: nothing crosses that a naive reading of the policy forbids, and nothing is held
/// back that it permits. The naive reading asks field by field and rule by rule.
class CrossingTest {
    private static final Alliance ALLIANCE = Alliance.of("acme", "globex");
    private static final CompanyId ACME = ALLIANCE.one();
    private static final List<CompanyId> READERS = List.of(ALLIANCE.other(), new CompanyId("initech"));
    private static final List<PopulationName> NAMES =
            Stream.of("energy", "key", "new").map(PopulationName::new).toList();

    private static final List<SharingLevel> FROM_STRICT_TO_OPEN = List.of(
            SharingLevel.HIDDEN,
            SharingLevel.COUNTS_ONLY,
            SharingLevel.OVERLAPPING_ACCOUNTS,
            SharingLevel.ALL_ACCOUNTS);

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void exactlyWhatTheNaiveReadingPermitsCrosses() {
        var rows = 0;
        for (int game = 0; game < 20_000; game++) {
            var policy = policy();
            var own = own();
            var inForce = ALLIANCE.sharing(1, policy).inForce();
            for (var reader : READERS) {
                var shown = Visibility.overlapping(inForce, own, reader);
                var as = "seed %d, game %d: %s of %s to %s".formatted(seed, game, policy, own, reader);
                assertThat(shown.isPresent())
                        .as(as)
                        .isEqualTo(permits(policy, own, reader, SharingLevel.OVERLAPPING_ACCOUNTS));
                assertThat(Visibility.anyhow(inForce, own, reader).isPresent())
                        .as(as)
                        .isEqualTo(permits(policy, own, reader, SharingLevel.ALL_ACCOUNTS));
                assertThat(Visibility.level(inForce, own, reader).compareTo(SharingLevel.COUNTS_ONLY) >= 0)
                        .as(as)
                        .isEqualTo(permits(policy, own, reader, SharingLevel.COUNTS_ONLY));
                shown.ifPresent(fields -> assertThat(fields.keySet()).as(as).isEqualTo(fields(policy, own, reader)));
                rows += shown.isPresent() ? 1 : 0;
            }
        }
        assertThat(rows).as("some rows cross").isGreaterThan(1_000);
    }

    private static boolean permits(SharingPolicy policy, Own own, CompanyId reader, SharingLevel level) {
        var named = false;
        for (var rule : policy.rules()) {
            if (applies(rule, own, reader)) {
                named = true;
                if (FROM_STRICT_TO_OPEN.indexOf(rule.level()) < FROM_STRICT_TO_OPEN.indexOf(level)) {
                    return false;
                }
            }
        }
        for (var rule : policy.customRules()) {
            if (applies(rule, own, reader)
                    && FROM_STRICT_TO_OPEN.indexOf(rule.level()) < FROM_STRICT_TO_OPEN.indexOf(level)) {
                return false;
            }
        }
        return named && !own.withheld();
    }

    private static Set<String> fields(SharingPolicy policy, Own own, CompanyId reader) {
        var permitted = new HashSet<String>();
        for (var field : SharedField.values()) {
            var everyRule = Stream.concat(
                            policy.rules().stream()
                                    .filter(rule -> applies(rule, own, reader))
                                    .map(Rule::fields),
                            policy.customRules().stream()
                                    .filter(rule -> applies(rule, own, reader))
                                    .map(CustomRule::fields))
                    .allMatch(fields -> fields.contains(field));
            if (everyRule && own.texts().containsKey(Visibility.nameOf(field))) {
                permitted.add(Visibility.nameOf(field));
            }
        }
        return permitted;
    }

    private static boolean applies(Rule rule, Own own, CompanyId reader) {
        return rule.party().equals(own.company())
                && rule.population() == own.population()
                && (rule.to() == null || rule.to().equals(reader));
    }

    private static boolean applies(CustomRule rule, Own own, CompanyId reader) {
        var in = own.placement().custom().contains(rule.population())
                || !own.defined().contains(rule.population());
        return rule.party().equals(own.company())
                && in
                && (rule.to() == null || rule.to().equals(reader));
    }

    private SharingPolicy policy() {
        var rules = new ArrayList<Rule>();
        for (var population : Population.values()) {
            for (int n = random.nextInt(3); n > 0; n--) {
                rules.add(new Rule(party(), population, level(), fields(), to()));
            }
        }
        var custom = NAMES.stream()
                .filter(_ -> random.nextInt(3) == 0)
                .map(name -> new CustomRule(party(), name, level(), fields(), to()))
                .toList();
        return new SharingPolicy(rules, custom);
    }

    private Own own() {
        var texts = new TreeMap<>(Map.of("type", "Prospect", "parentId", "never"));
        Stream.of(SharedField.values())
                .filter(_ -> random.nextInt(4) > 0)
                .forEach(field -> texts.put(Visibility.nameOf(field), "x"));
        var population = List.of(Population.values()).get(random.nextInt(3));
        var defined = NAMES.stream().filter(_ -> random.nextInt(8) > 0).toList();
        var in = defined.stream().filter(_ -> random.nextBoolean()).toList();
        return new Own(new Placement(ACME, population, in), random.nextInt(10) == 0, defined, texts);
    }

    private CompanyId party() {
        return random.nextInt(4) > 0 ? ACME : ALLIANCE.other();
    }

    private SharingLevel level() {
        return FROM_STRICT_TO_OPEN.get(random.nextInt(4));
    }

    private Set<SharedField> fields() {
        return Stream.of(SharedField.values()).filter(_ -> random.nextBoolean()).collect(Collectors.toSet());
    }

    private @Nullable CompanyId to() {
        return random.nextInt(3) == 0 ? READERS.get(random.nextInt(2)) : null;
    }
}
