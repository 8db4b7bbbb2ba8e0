package dev.tandem.accounts.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.AccountRef;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.CrmId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingTest {
    private final List<Facts> accounts = new ArrayList<>();

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
        "Müller GmbH, Müller AG"
    })
    void otherNamesDoNotMatch(String left, String right) {
        given("acme", "1", Map.of("name", left));
        given("globex", "2", Map.of("name", right));

        assertThat(members()).isEmpty();
    }

    @Test
    void coopStaysCoop() {
        assertThat(Facts.of(ref("acme", "1"), Map.of("name", "Coop")).names()).containsExactly("coop");
    }

    @Test
    void domainThatIsUniqueOnBothSidesMatches() {
        given("acme", "1", Map.of("name", "Nordwind Logistics", "website", "https://www.nordwind.de/home"));
        given("globex", "2", Map.of("name", "NW Transport", "website", "shop.nordwind.de"));

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
    @CsvSource({"Nordwind (Kiel)", "Nordwind GmbH - Kiel", "Nordwind (DE)"})
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
        given("globex", "2", Map.of("name", "Sturm AG", "registrationId", "HRB18427", "country", "DE"));

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
    void aKeyThatTooManyHoldSaysNothing() {
        for (int i = 0; i <= Matching.HOLDERS_MAX; i++) {
            given("acme", "a" + i, Map.of("name", "Hotel Post", "city", "Town " + i));
        }
        given("globex", "1", Map.of("name", "Hotel Post"));

        assertThat(members()).isEmpty();
    }

    @Test
    void namesEachReasonWithoutAnyValue() {
        given("acme", "1", Map.of("name", "Nordwind", "website", "nordwind.de", "registrationId", "DE HRB 18427"));
        given("globex", "2", Map.of("name", "Nordwind AG", "website", "nordwind.de", "registrationId", "DE HRB 18427"));

        var because = groups().getFirst().because();
        assertThat(because).extracting(Evidence::field).containsExactly("registrationId", "website", "name");
        assertThat(because.toString()).doesNotContain("18427", "nordwind", "Nordwind");
    }

    /// A part that is closed under shared keys is decided as the whole is, in any order.
    @Test
    void orderAndOtherAccountsSayNothing() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            accounts.clear();
            RandomAccounts.fill(accounts, random, 3 + random.nextInt(40));
            var whole = Matching.groups(accounts);
            var shuffled = new ArrayList<>(accounts);
            Collections.shuffle(shuffled, random);

            assertThat(Matching.groups(shuffled)).as("seed %d", seed).isEqualTo(whole);
            assertThat(byComponent(shuffled)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(whole);
        }
    }

    private static List<Group> byComponent(List<Facts> all) {
        var tooCommon = Candidates.tooCommon(all, Matching.HOLDERS_MAX);
        var component = new HashMap<String, List<Facts>>();
        for (var account : all) {
            var mine = new ArrayList<>(List.of(account));
            account.keys().stream().filter(key -> !tooCommon.contains(key)).forEach(key -> {
                var theirs = component.get(key);
                if (theirs != null) {
                    theirs.stream().filter(each -> !mine.contains(each)).forEach(mine::add);
                }
            });
            mine.forEach(each -> each.keys().stream()
                    .filter(key -> !tooCommon.contains(key))
                    .forEach(key -> component.put(key, mine)));
        }
        return component.values().stream()
                .distinct()
                .flatMap(part -> Matching.groups(part, tooCommon).stream())
                .distinct()
                .toList();
    }

    private void given(String company, String id, Map<String, String> texts) {
        accounts.add(Facts.of(ref(company, id), texts));
    }

    private List<Group> groups() {
        return Matching.groups(accounts);
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
