package dev.tandem.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.CrmId;
import dev.tandem.contracts.crm.CrmChange.Change;
import dev.tandem.samples.SampleEvent.Kind;
import dev.tandem.samples.Truth.Duplicate;
import dev.tandem.samples.Truth.GoldPair;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleWorldTest {
    private static final SampleWorld WORLD = SampleWorld.standard();

    @Test
    void isTheSameToTheByteForTheSameSeed() throws Exception {
        assertThat(digest(SampleWorld.generate(7, Size.small())))
                .isEqualTo(digest(SampleWorld.generate(7, Size.small())));
    }

    @Test
    void isAnotherForAnotherSeed() throws Exception {
        assertThat(digest(SampleWorld.generate(7, Size.small())))
                .isNotEqualTo(digest(SampleWorld.generate(8, Size.small())));
    }

    @Test
    void replayingTheEventsComesToTheTruth() {
        long seed = new SplittableRandom().nextLong();
        for (SampleWorld world : List.of(WORLD, SampleWorld.generate(seed, Size.small()))) {
            var platform = new NaivePlatform();

            world.companies().forEach(company -> company.load().forEach(platform::receive));
            assertThat(platform.states())
                    .as("seed %d", world.seed())
                    .isEqualTo(world.truth().afterLoad());

            world.companies().forEach(company -> company.afterAgreement().forEach(platform::receive));
            assertThat(platform.states())
                    .as("seed %d", world.seed())
                    .isEqualTo(world.truth().atEnd());
        }
    }

    @Test
    void replayingDropsParksAndOvertakesAsManyAsTheTruthSays() {
        var platform = new NaivePlatform();

        WORLD.companies().forEach(company -> company.all().forEach(platform::receive));

        assertThat(platform.dropped).isEqualTo(count(Kind.DUPLICATE));
        assertThat(platform.overtaken).isEqualTo(count(Kind.LATE));
        assertThat(platform.parked)
                .isEqualTo(Set.of(Kind.values()).stream()
                        .filter(Kind::parked)
                        .mapToInt(SampleWorldTest::count)
                        .sum());
    }

    @Test
    void sendsEachIrregularityAsOftenAsPlanned() {
        WORLD.truth()
                .kinds()
                .forEach((company, counts) -> assertThat(counts)
                        .as("kinds of %s", company)
                        .containsAllEntriesOf(Irregularities.planned(WORLD.size())));
    }

    @Test
    void cleanWorldHasNoIrregularity() {
        SampleWorld clean = SampleWorld.generate(3, Size.small().clean());

        clean.truth()
                .kinds()
                .values()
                .forEach(counts -> assertThat(counts).containsOnlyKeys(Kind.REGULAR, Kind.EARLY_REFERENCE));
    }

    @Test
    void booksHaveTheAccountsAndTheOverlapThatTheSizeSays() {
        Truth truth = WORLD.truth();

        for (SampleCompany company : WORLD.companies()) {
            assertThat(truth.atEnd().keySet().stream()
                            .filter(ref -> ref.company().equals(company.id())
                                    && ref.type().equals("account")))
                    .hasSize(2_500);
        }
        assertThat(truth.primaryPairs()).hasSize(900).doesNotHaveDuplicates();
        assertThat(truth.primaryPairs().stream().map(GoldPair::acme)).doesNotHaveDuplicates();
        assertThat(truth.primaryPairs().stream().map(GoldPair::globex)).doesNotHaveDuplicates();
        assertThat(truth.duplicates()).hasSize(2 * 37);
    }

    @Test
    void secondaryPairsAreTheDuplicatesOfJointAccounts() {
        Truth truth = WORLD.truth();
        Set<CrmId> copies = truth.duplicates().stream().map(Duplicate::account).collect(Collectors.toSet());

        assertThat(truth.goldPairs())
                .allMatch(pair -> pair.secondary() == (copies.contains(pair.acme()) || copies.contains(pair.globex())));
    }

    @Test
    void goldPairsNameAccountsThatAreLoadedAndStay() {
        for (GoldPair pair : WORLD.truth().goldPairs()) {
            for (var ref : List.of(
                    new ObjectRef(WORLD.acme().id(), "account", pair.acme()),
                    new ObjectRef(WORLD.globex().id(), "account", pair.globex()))) {
                assertThat(WORLD.truth().afterLoad()).containsKey(ref);
                assertThat(Objects.requireNonNull(WORLD.truth().atEnd().get(ref))
                                .deleted())
                        .isFalse();
            }
        }
    }

    @Test
    void everyOutcomeOccursOnBothSidesAndShowsInTheFinalState() {
        for (SampleCompany company : WORLD.companies()) {
            Set<Outcome> seen = new HashSet<>();
            WORLD.truth().outcomes().forEach((ref, outcome) -> {
                if (ref.company().equals(company.id())) {
                    seen.add(outcome);
                    assertThat(fits(
                                    outcome,
                                    Objects.requireNonNull(WORLD.truth().atEnd().get(ref))))
                            .as("%s is %s", ref, outcome)
                            .isTrue();
                }
            });
            assertThat(seen).containsExactlyInAnyOrder(Outcome.values());
        }
    }

    private static boolean fits(Outcome outcome, ObjectState state) {
        Map<String, String> fields = Map.copyOf(state.fields());
        return switch (outcome) {
            case UNTOUCHED, ADVANCED, REOPENED ->
                Set.of("Qualifying", "Proposal", "Negotiation").contains(fields.get("stage"));
            case LOST -> "Lost".equals(fields.get("stage"));
            case WON, WON_BEFORE, AMENDED, WON_AGAIN ->
                "Won".equals(fields.get("stage")) && !fields.containsKey("refundedAmount");
            case PARTLY_REFUNDED ->
                fields.containsKey("refundedAmount")
                        && !Objects.equals(fields.get("refundedAmount"), fields.get("amount"));
            case FULLY_REFUNDED -> Objects.equals(fields.get("refundedAmount"), fields.get("amount"));
            case DELETED, DELETED_AFTER_WON -> state.deleted();
        };
    }

    @Test
    void tellsTheStoryOfTheFlagship() {
        var account = new ObjectRef(WORLD.globex().id(), "account", Story.GLOBEX_ACCOUNT);
        var deal = new ObjectRef(WORLD.acme().id(), "opportunity", Story.ACME_OPPORTUNITY);

        assertThat(WORLD.truth().goldPairs()).contains(new GoldPair(Story.ACME_ACCOUNT, Story.GLOBEX_ACCOUNT, false));
        assertThat(Objects.requireNonNull(WORLD.truth().afterLoad().get(account))
                        .fields())
                .containsEntry("name", "Möhlenbrook & Söhne Antriebstechnik GmbH")
                .containsEntry("ownerUser", Story.GLOBEX_REP.value());
        assertThat(Objects.requireNonNull(WORLD.truth().afterLoad().get(deal)).fields())
                .containsEntry("amount", "100000.01")
                .containsEntry("stage", "Negotiation");
        assertThat(Objects.requireNonNull(WORLD.truth().atEnd().get(deal)).fields())
                .containsEntry("amount", "112345.67")
                .containsEntry("refundedAmount", "12345.68")
                .containsEntry("stage", "Won");
        assertThat(WORLD.acme().afterAgreement())
                .containsSubsequence(WORLD.story().steps());
    }

    @Test
    void everythingAfterTheAgreementIsDatedAfterIt() {
        var day = LocalDate.of(2027, 3, 1);
        SampleWorld world = SampleWorld.generate(5, Size.small(), day);

        assertThat(world.acme().load())
                .allMatch(event -> event.time().toString().compareTo("2027-03-01") < 0);
        assertThat(world.acme().afterAgreement())
                .filteredOn(event -> event.kind() != Kind.DUPLICATE)
                .allMatch(event -> event.time().toString().compareTo("2027-03-01") > 0);
    }

    @Test
    void twinSalesAreWonOnBothSidesForTheSameMoney() {
        assertThat(WORLD.truth().twinSales()).hasSize(5).allSatisfy(twin -> {
            var acme = opportunity(WORLD.acme(), twin.acme());
            var globex = opportunity(WORLD.globex(), twin.globex());
            assertThat(acme.get("amount")).isEqualTo(globex.get("amount"));
            assertThat(acme.get("currency")).isEqualTo(globex.get("currency"));
            assertThat(WORLD.truth().goldPairs())
                    .anyMatch(pair -> pair.acme().value().equals(acme.get("accountId"))
                            && pair.globex().value().equals(globex.get("accountId")));
        });
    }

    @Test
    void bookFileHasOneRowAnAccountAndTheRaggedOneNamesItsBadLines() {
        long loaded = WORLD.acme().accounts().stream()
                .filter(event -> event.kind().applied()
                        && Objects.requireNonNull(event.change()).change() == Change.FULL)
                .count();

        BookCsv good = BookCsv.of(WORLD.acme());
        BookCsv ragged = BookCsv.ragged(WORLD.acme(), 25);

        assertThat(good.text().lines()).hasSize((int) loaded + 1);
        assertThat(good.badLines()).isEmpty();
        assertThat(ragged.badLines()).startsWith(26, 51).hasSize((int) loaded / 25);
    }

    @Test
    void accountsAreAsPatchyAsInRealBooks() {
        for (SampleCompany company : WORLD.companies()) {
            var accounts = WORLD.truth().afterLoad().entrySet().stream()
                    .filter(entry -> entry.getKey().company().equals(company.id())
                            && entry.getKey().type().equals("account"))
                    .map(entry -> entry.getValue().fields())
                    .toList();

            assertThat(percent(accounts, fields -> fields.containsKey("website")))
                    .isBetween(75, 88);
            assertThat(percent(accounts, fields -> fields.containsKey("registrationId")))
                    .isBetween(20, 30);
            assertThat(percent(accounts, fields -> fields.containsKey("parentId")))
                    .isBetween(3, 12);
            assertThat(percent(
                            accounts,
                            fields -> fields.getOrDefault("country", "").equals("US")))
                    .isBetween(20, 45);
        }
    }

    @Test
    void mostJointAccountsAreNotSpelledAlike() {
        long alike = WORLD.truth().goldPairs().stream()
                .filter(pair -> name(WORLD.acme(), pair.acme()).equals(name(WORLD.globex(), pair.globex())))
                .count();

        assertThat(alike).isBetween(50L, WORLD.truth().goldPairs().size() / 2L);
    }

    private static int percent(List<Map<String, String>> accounts, Predicate<Map<String, String>> rule) {
        return (int) (100 * accounts.stream().filter(rule).count() / accounts.size());
    }

    private static String name(SampleCompany company, CrmId account) {
        ObjectState state = WORLD.truth().afterLoad().get(new ObjectRef(company.id(), "account", account));
        return Objects.requireNonNull(state).fields().getOrDefault("name", "");
    }

    @Test
    void headersAreThoseOfCloudEventsInBinaryMode() {
        assertThat(WORLD.acme().people().getFirst().headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", "crm.user.changed")
                .containsEntry("ce_subject", "U-1001")
                .containsKeys("ce_id", "ce_source", "ce_time");
        assertThat(WORLD.acme().people().getFirst().topic()).isEqualTo("crm.acme.people.in");
        assertThat(WORLD.globex().accounts().getFirst().topic()).isEqualTo("crm.globex.in");
    }

    private static Map<String, String> opportunity(SampleCompany company, CrmId id) {
        ObjectState state = WORLD.truth().atEnd().get(new ObjectRef(company.id(), "opportunity", id));
        return Map.copyOf(Objects.requireNonNull(state).fields());
    }

    private static int count(Kind kind) {
        return WORLD.truth().kinds().values().stream()
                .mapToInt(counts -> counts.getOrDefault(kind, 0))
                .sum();
    }

    private static byte[] digest(SampleWorld world) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        for (SampleCompany company : world.companies()) {
            for (SampleEvent event : company.all()) {
                digest.update(event.headers().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(event.body());
            }
        }
        return digest.digest();
    }
}
