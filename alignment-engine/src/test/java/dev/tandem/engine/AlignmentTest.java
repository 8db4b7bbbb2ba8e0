package dev.tandem.engine;

import static dev.tandem.engine.Given.account;
import static dev.tandem.engine.Given.alignment;
import static dev.tandem.engine.Given.decisions;
import static dev.tandem.engine.Given.registered;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlignmentTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bank of the West | Bank of the East",
                "Delta Air Lines | Delta Faucet",
                "First National Bank of Omaha | First National Bank of Alaska",
                "Coop | Coop Bank",
                "Siemens | Siemens Healthineers",
                "Route 66 Motors | Route 77 Motors",
                "Depot 11234 | Depot 12344",
                "Depot 51115 | Depot 51155",
                "Allianz Deutschland | Allianz France"
            })
    void neverMatchesNamesThatShareOnlyAPart(String one, String other) {
        assertThat(decisions(List.of(AccountRow.named("a", one)), List.of(AccountRow.named("b", other))))
                .doesNotContain("a=b MATCH");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Müller GmbH & Co. KG | Mueller",
                "Müller Maschinenbau GmbH | MUELLER MASCHINENBAU",
                "J & J Snack Foods Corp. | J&J Snack Foods Corp",
                "Getty Realty Corporation | Getty Realty Corp",
                "L'Oréal S.A. | LOREAL SA",
                "Электросила | Elektrosila"
            })
    void matchesOneNameInItsSpellings(String one, String other) {
        assertThat(decisions(
                        List.of(account("a", one, "", "Berlin", "DE")),
                        List.of(account("b", other, "", "Berlin", "DE"))))
                .containsExactly("a=b MATCH");
    }

    @Test
    void offersMitsubishiInItsOwnLettersAtLeastForReview() {
        assertThat(decisions(
                        List.of(account("a", "三菱", "", "Tokyo", "JP")),
                        List.of(account("b", "Mitsubishi", "", "Tokyo", "JP"))))
                .hasSize(1);
    }

    @Test
    void matchesNamesOfOneUniversityInTwoLanguages() {
        assertThat(decisions(
                        List.of(account("a", "Universität Tübingen", "uni-tuebingen.de", "Tübingen", "DE")),
                        List.of(account("b", "University of Tubingen", "https://uni-tuebingen.de/en", "", "DE"))))
                .containsExactly("a=b MATCH");
    }

    @Test
    void takesTwoCustomersOnOneSharedHostForTwo() {
        assertThat(decisions(
                        List.of(account("a", "Aldebaran Toys", "aldebaran@gmail.com", "", "US")),
                        List.of(account("b", "Zenith Plumbing", "zenith@gmail.com", "", "US"))))
                .isEmpty();
    }

    @Test
    void takesASubsidiaryNotForItsParentEvenOnItsDomain() {
        var parent = account("parent", "Vuzel Capital GmbH", "vuzel.de", "Berlin", "DE");
        var subsidiary = account("child", "Vuzel Capital UK GmbH", "vuzel.de", "Berlin", "DE");
        assertThat(decisions(List.of(parent, subsidiary), List.of(account("b", "Vuzel Capital", "vuzel.de", "", "DE"))))
                .startsWith("parent=b MATCH")
                .doesNotContain("child=b MATCH");
    }

    @Test
    void neverMatchesDifferentNumbersOfOneRegister() {
        assertThat(decisions(
                        List.of(registered("a", "Acme Tools", "US", "300745476")),
                        List.of(registered("b", "Acme Tools", "US", "076371213"))))
                .doesNotContain("a=b MATCH");
    }

    @Test
    void givesAnAccountToOneCounterpartOnly() {
        var twins = List.of(
                account("b1", "Orbis Analytics", "orbis.io", "Lyon", "FR"),
                account("b2", "Orbis Analytics", "", "", "FR"));
        assertThat(decisions(List.of(account("a", "Orbis Analytics SAS", "www.orbis.io", "Lyon", "FR")), twins))
                .containsExactly("a=b1 MATCH");
    }

    @Test
    void saysWhyTwoMatchInWordsAndInBits() {
        var explained = alignment(
                        account("a", "Nordwind Logistik AG", "nordwind.de", "Kiel", "DE"),
                        account("b", "NORDWIND LOGISTIK", "www.nordwind.de", "Kiel", ""))
                .explain(0, 0);
        assertThat(explained.because()).contains("the same domain", "the same city");
        assertThat(explained.bits()).isPositive();
        assertThat((float) explained.evidence().stream()
                        .mapToDouble(Explanation.Evidence::bits)
                        .sum())
                .isCloseTo(explained.bits(), org.assertj.core.data.Offset.offset(0.01f));
    }

    @Test
    void saysWhyTwoDoNotMatch() {
        var explained = alignment(
                        account("a", "Delta Air Lines", "delta.com", "Atlanta", "US"),
                        account("b", "Delta Faucet", "deltafaucet.com", "Indianapolis", "US"))
                .explain(0, 0);
        assertThat(explained.butNot()).contains("different cities");
        assertThat(explained.bits()).isNegative();
    }

    @Test
    void hasNothingToSayOfEmptyBooks() {
        assertThat(decisions(List.of(), List.of())).isEmpty();
        assertThat(decisions(List.of(AccountRow.named("a", "Acme")), List.of())).isEmpty();
    }

    @Test
    void saysWhichRowsAreCompared() {
        var a = Given.book(List.of(AccountRow.named("a", "Orbis Foods"), AccountRow.named("c", "Lumen Energy")));
        var b = Given.book(List.of(AccountRow.named("b", "Orbis Fuuds")));
        var alignment = new Alignment(a, b);
        alignment.matches();
        assertThat(alignment.isCandidate(0, 0)).isTrue();
        assertThat(alignment.isCandidate(1, 0)).isFalse();
    }
}
