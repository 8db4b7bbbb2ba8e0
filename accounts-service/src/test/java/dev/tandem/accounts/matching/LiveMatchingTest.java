package dev.tandem.accounts.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import dev.tandem.engine.AccountRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveMatchingTest {
    private static final List<String> PARTIES = List.of("acme", "globex", "initech");
    private static final Names BLUE = new Names("Big Blue", "International Business Machines");
    private final Map<CompanyId, NavigableMap<CrmId, AccountRow>> books = new HashMap<>();

    @ParameterizedTest
    @CsvSource({
        "Müller GmbH & Co. KG, Mueller",
        "Müller, Muller Ltd.",
        "Tiffany & Co., Tiffany",
        "The Acme Corporation, ACME",
        "S.A. Nordwind, S A Nordwind",
        "Łódź Stal Sp. z o.o., Lodz Stal",
        "Crédit Rural S.A., Credit Rural",
        "'Marks & Spencer plc', Marks and Spencer",
        "O'Neill Inc., ONeill"
    })
    void sameNameWhateverTheSpellingAndTheLegalForm(String left, String right) {
        given("acme", "1", Map.of("name", left));
        given("globex", "2", Map.of("name", right));

        assertThat(members()).containsExactly("acme/1 globex/2");
    }

    @ParameterizedTest
    @CsvSource({
        "Bank of the West, Bank of the East",
        "Coop, AMBA",
        "Coop, Coop Nord",
        "Route 66 Diner, Route 67 Diner",
        "Delta Air Lines, Delta Faucet"
    })
    void otherNamesDoNotMatch(String left, String right) {
        given("acme", "1", Map.of("name", left));
        given("globex", "2", Map.of("name", right));

        assertThat(members()).isEmpty();
    }

    @Test
    void oneDomainAndATellingWordMatch() {
        given("acme", "1", Map.of("name", "Nordwind Logistics", "website", "https://www.nordwind.de/home"));
        given("globex", "2", Map.of("name", "Nordwind Transport", "website", "shop.nordwind.de"));

        assertThat(members()).containsExactly("acme/1 globex/2");
    }

    @Test
    void sisterCompanyElsewhereWithTheSameDomainDoesNotMatch() {
        given("acme", "1", Map.of("name", "Nordwind", "website", "nordwind.com", "country", "US"));
        given("globex", "2", Map.of("name", "Nordwind Polska", "website", "nordwind.com", "country", "PL"));

        assertThat(members()).isEmpty();
    }

    @Test
    void sameNameInAnotherCityAndPostcodeDoesNotMatch() {
        given("acme", "1", Map.of("name", "Nordwind", "city", "Kiel", "postcode", "24103"));
        given("globex", "2", Map.of("name", "Nordwind", "city", "Ulm", "postcode", "89073"));

        assertThat(members()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Nordwind (Kiel)", "Nordwind (DE)"})
    void thePlaceBehindANameIsNoPartOfIt(String name) {
        given("acme", "1", Map.of("name", name, "city", "Kiel", "country", "DE"));
        given("globex", "2", Map.of("name", "Nordwind"));

        assertThat(members()).containsExactly("acme/1 globex/2");
    }

    @Test
    void domainThatSeveralHaveDoesNotMatchByItself() {
        given("acme", "1", Map.of("name", "Nordwind Logistics", "website", "nordwind.de"));
        given("globex", "2", Map.of("name", "NW Transport", "website", "nordwind.de"));
        given("globex", "3", Map.of("name", "Nordwind Reederei", "website", "nordwind.de"));

        assertThat(members()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"gmail.com", "www.facebook.com/nordwind", "https://amazon.de/shops/nordwind", "info@web.de", "co.uk"})
    void freeMailAndSharedHostsNeverCount(String website) {
        given("acme", "1", Map.of("name", "Nordwind", "website", website));
        given("globex", "2", Map.of("name", "Ostwind", "website", website));

        assertThat(members()).isEmpty();
    }

    @Test
    void lookAlikeLettersMakeAnotherDomain() {
        given("acme", "1", Map.of("name", "A", "website", "paypal.com"));
        given("globex", "2", Map.of("name", "B", "website", "p\u0430ypal.com"));

        assertThat(members()).isEmpty();
    }

    @Test
    void sameRegistrationMatchesWhateverTheName() {
        given("acme", "1", Map.of("name", "Nordwind", "registrationId", "DE HRB 18427"));
        given("globex", "2", Map.of("name", "Sturm AG", "registrationId", "DEHRB18427"));

        assertThat(members()).containsExactly("acme/1 globex/2");
    }

    @Test
    void differentNumbersOfOneRegisterAreDecisiveAgainst() {
        given("acme", "1", Map.of("name", "Nordwind", "website", "nordwind.de", "registrationId", "DE HRB 18427"));
        given("globex", "2", Map.of("name", "Nordwind", "website", "nordwind.de", "registrationId", "DE HRB 18428"));

        assertThat(members()).isEmpty();
    }

    @Test
    void numbersOfDifferentRegistersSayNothing() {
        given("acme", "1", Map.of("name", "Nordwind", "registrationId", "DE HRB 18427"));
        given("globex", "2", Map.of("name", "Nordwind", "registrationId", "LEI 529900AAAA"));

        assertThat(members()).containsExactly("acme/1 globex/2");
    }

    @Test
    void subsidiaryNeverMergesWithItsParent() {
        given("acme", "1", Map.of("name", "Nordwind"));
        given("acme", "2", Map.of("name", "Nordwind", "parentId", "1"));
        given("globex", "3", Map.of("name", "Nordwind"));

        assertThat(groups()).singleElement().satisfies(group -> {
            assertThat(group.members()).containsExactly(ref("acme", "1"), ref("globex", "3"));
            assertThat(group.duplicates()).isEmpty();
        });
    }

    @Test
    void duplicatesOfOneBookAreNamedAndOnlyOneIsAMember() {
        given("acme", "1", Map.of("name", "Nordwind", "city", "Kiel"));
        given("acme", "2", Map.of("name", "Nordwind GmbH"));
        given("globex", "3", Map.of("name", "NORDWIND"));

        assertThat(groups()).singleElement().satisfies(group -> {
            assertThat(group.members()).containsExactly(ref("acme", "1"), ref("globex", "3"));
            assertThat(group.duplicates()).containsExactly(ref("acme", "2"));
        });
    }

    @Test
    void ofTwoEquallyGoodPartnersNoneIsTaken() {
        given("acme", "1", Map.of("name", "Nordwind"));
        given("globex", "2", Map.of("name", "Nordwind", "postcode", "24103"));
        given("globex", "3", Map.of("name", "Nordwind", "postcode", "10115"));

        assertThat(members()).isEmpty();
    }

    @Test
    void theBetterOfTwoPartnersIsTaken() {
        given("acme", "1", Map.of("name", "Nordwind", "postcode", "10115"));
        given("globex", "2", Map.of("name", "Nordwind", "postcode", "24103"));
        given("globex", "3", Map.of("name", "Nordwind", "postcode", "10115"));

        assertThat(members()).containsExactly("acme/1 globex/3");
    }

    @Test
    void threePartiesMakeOneGroupWithOneAccountEach() {
        given("acme", "1", Map.of("name", "Nordwind"));
        given("globex", "2", Map.of("name", "Nordwind"));
        given("initech", "3", Map.of("name", "Nordwind"));

        assertThat(members()).containsExactly("acme/1 globex/2 initech/3");
    }

    @Test
    void namesEachReasonWithoutAnyValue() {
        given("acme", "1", Map.of("name", "Nordwind", "website", "nordwind.de", "registrationId", "DE HRB 18427"));
        given("globex", "2", Map.of("name", "Nordwind AG", "website", "nordwind.de", "registrationId", "DE HRB 18427"));

        var because = groups().getFirst().because();
        assertThat(because).extracting(Evidence::field).containsExactly("registrationId", "website", "name");
        assertThat(because.toString()).doesNotContain("18427", "nordwind", "Nordwind");
    }

    @Test
    void whatPeopleConfirmedTeachesTheNamesToOtherAccounts() {
        given("acme", "1", Map.of("name", "Big Blue", "city", "Armonk"));
        given("globex", "2", Map.of("name", "International Business Machines", "city", "Armonk"));
        var live = matching();
        assertThat(live.groups()).isEmpty();

        teach(live, Optional.of(BLUE));
        live.remove(ref("acme", "1"));
        live.put(new CompanyId("acme"), Rows.of(new CrmId("9"), Map.of("name", "BIG BLUE Inc.", "city", "Armonk")));
        assertThat(live.groups()).singleElement().satisfies(group -> {
            assertThat(group.members()).containsExactly(ref("acme", "9"), ref("globex", "2"));
            assertThat(group.because())
                    .extracting(each -> each.because().code())
                    .contains("KNOWN_NAME");
        });
    }

    @Test
    void whatIsTaughtBySeveralPairsIsKnownUntilAllAreTakenBack() {
        given("acme", "1", Map.of("name", "Big Blue", "city", "Armonk"));
        given("globex", "2", Map.of("name", "International Business Machines", "city", "Armonk"));
        var live = matching();
        teach(live, Optional.of(BLUE));
        teach(live, Optional.of(BLUE));
        live.teach(ref("acme", "7"), ref("globex", "8"), Optional.of(BLUE));
        assertThat(live.groups()).hasSize(1);

        teach(live, Optional.empty());
        assertThat(live.groups()).hasSize(1);
        live.teach(ref("acme", "7"), ref("globex", "8"), Optional.empty());
        assertThat(live.groups()).isEmpty();
    }

    @Test
    void whatTwoPartiesTaughtIsNothingToAThird() {
        given("acme", "1", Map.of("name", "Big Blue", "city", "Armonk"));
        given("initech", "3", Map.of("name", "International Business Machines", "city", "Armonk"));
        var live = matching();
        teach(live, Optional.of(BLUE));

        assertThat(live.groups()).isEmpty();
    }

    private static void teach(LiveMatching live, Optional<Names> names) {
        live.teach(ref("acme", "1"), ref("globex", "2"), names);
    }

    /// Accounts that came, changed and went in any order lead to what those that are there come to at once.
    @Test
    void whatIsThereCountsAndNotHowItCame() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            books.clear();
            var live = matching();
            for (int change = 0; change < 40; change++) {
                change(live, random);
            }
            assertThat(live.groups()).as("seed %d", seed).isEqualTo(groups());
        }
    }

    /// Whoever follows the changes alone knows every group.
    @Test
    void everyGroupThatChangesIsTold() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            books.clear();
            var live = matching();
            Map<AccountRef, Group> known = new HashMap<>();
            for (int change = 0; change < 40; change++) {
                change(live, random);
                var changed = live.takeChanges();
                known.values().removeIf(group -> group.members().stream().anyMatch(changed::contains));
                live.groups(changed).forEach(group -> {
                    known.values().removeIf(was -> was.members().stream().anyMatch(group.members()::contains));
                    known.put(group.members().getFirst(), group);
                });
            }
            assertThat(known.values()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(live.groups());
        }
    }

    private void change(LiveMatching live, Random random) {
        var ref = ref(PARTIES.get(random.nextInt(3)), "a" + random.nextInt(15));
        if (random.nextInt(4) == 0) {
            books.getOrDefault(ref.company(), new TreeMap<>()).remove(ref.account());
            live.remove(ref);
        } else {
            var row = Rows.of(ref.account(), RandomAccounts.fields(random));
            given(ref, row);
            live.put(ref.company(), row);
        }
    }

    private void given(String company, String id, Map<String, String> texts) {
        given(ref(company, id), Rows.of(new CrmId(id), texts));
    }

    private void given(AccountRef ref, AccountRow row) {
        books.computeIfAbsent(ref.company(), _ -> new TreeMap<>()).put(ref.account(), row);
    }

    private LiveMatching matching() {
        return LiveMatching.of(
                PARTIES.stream().map(CompanyId::new).toList(),
                party -> List.copyOf(books.getOrDefault(party, new TreeMap<>()).values()));
    }

    private List<Group> groups() {
        return matching().groups();
    }

    private List<String> members() {
        return groups().stream()
                .map(group -> String.join(
                        " ", group.members().stream().map(AccountRef::toString).toList()))
                .toList();
    }

    private static AccountRef ref(String company, String id) {
        return new AccountRef(new CompanyId(company), new CrmId(id));
    }
}
