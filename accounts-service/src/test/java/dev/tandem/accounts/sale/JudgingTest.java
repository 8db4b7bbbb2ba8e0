package dev.tandem.accounts.sale;

import static dev.tandem.accounts.sale.SaleFixture.ACME;
import static dev.tandem.accounts.sale.SaleFixture.GLOBEX;
import static dev.tandem.accounts.sale.SaleFixture.NOW;
import static dev.tandem.accounts.sale.SaleFixture.find;
import static dev.tandem.accounts.sale.SaleFixture.next;
import static dev.tandem.accounts.sale.SaleFixture.recorded;
import static dev.tandem.accounts.sale.SaleFixture.won;
import static dev.tandem.accounts.sale.SaleFixture.word;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.accounts.sale.Recorded.Standing;
import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.deal.DealChanged;
import dev.tandem.contracts.deal.DealChanged.Status;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgingTest {
    private static final DealChanged A = won(ACME, "a", 20, "100 EUR");
    private static final DealChanged B = won(GLOBEX, "b", 31, "100 EUR");

    @Test
    void whatOnePartyAloneRecordsCounts() {
        var sales = recorded(ACME, B);

        assertStanding(sales, "b", Standing.OF_RECORD);
        assertThat(sent(sales, "b")).isEqualTo(B);
    }

    @Test
    void ofOneSaleRecordedByBothTheDealOfWhoLeadsCountsInWhateverOrderTheyCome() {
        for (var sales : new JointSales[] {recorded(ACME, A, B), recorded(ACME, B, A)}) {
            assertStanding(sales, "a", Standing.OF_RECORD);
            assertStanding(sales, "b", Standing.NOT_OF_RECORD);
            assertThat(sent(sales, "a")).isEqualTo(A);
            assertThat(find(sales, "b").because().sentence()).contains("acme, who leads the joint account");
        }
    }

    @Test
    void theOneThatNeverCountedIsNotToldOfAndTheOneThatDidIsTakenBackInANewRevision() {
        assertThat(find(recorded(ACME, A, B), "b").sent()).isNull();

        var back = sent(recorded(ACME, B, A), "b");
        assertThat(back.status()).isEqualTo(Status.NOT_OF_RECORD);
        assertThat(back.net()).hasToString("0.00 EUR");
        assertThat(back.revision()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"20, 100.01 EUR", "20, 100 USD", "20, 200 EUR", "113, 100 EUR"})
    void otherMoneyOrAnotherQuarterIsAnotherSale(int day, String net) {
        var sales = recorded(ACME, A, won(GLOBEX, "b", day, net));

        assertStanding(sales, "a", Standing.OF_RECORD);
        assertStanding(sales, "b", Standing.OF_RECORD);
        assertThat(sales.open()).isEmpty();
    }

    @Test
    void twoSalesOfOnePartyAreTwo() {
        var sales = recorded(ACME, A, won(ACME, "a2", 20, "100 EUR"));

        assertStanding(sales, "a2", Standing.OF_RECORD);
        assertThat(sales.open()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"51", "112"})
    void theSameAmountMoreThanAMonthApartWaitsForTheParties(int day) {
        var sales = recorded(ACME, A, won(GLOBEX, "b", day, "100 EUR"));

        assertWaits(sales);
    }

    @Test
    void whereNobodyOfThemLeadsTheyDecide() {
        assertWaits(recorded(null, A, B));
    }

    @Test
    void whereOneSideHasTwoCandidatesTheyDecide() {
        var sales = recorded(ACME, A, won(ACME, "a2", 22, "100 EUR"), B);

        assertStanding(sales, "a2", Standing.OF_RECORD);
        assertWaits(sales);
    }

    @Test
    void twoThatCountedApartAreNotMadeOneWithoutAsking() {
        var other = won(GLOBEX, "b", 20, "80 EUR");
        var sales = recorded(ACME, A, other, next(other, Status.WON, "100 EUR"));

        assertThat(sales.open()).hasSize(1);
        assertThat(find(sales, "b").counts()).isTrue();
        assertThat(find(sales, "a").counts()).isTrue();
    }

    @Test
    void anAmendmentByOneSideDoesNotMakeTwoOfOneSale() {
        var sales = recorded(ACME, A, B, next(A, Status.WON, "90 EUR"));

        assertThat(sent(sales, "a").net()).hasToString("90.00 EUR");
        assertStanding(sales, "b", Standing.NOT_OF_RECORD);
    }

    @Test
    void whenTheDealOfRecordIsLostTheOtherOneCountsAndBackAgain() {
        var lost = next(A, Status.LOST, "0 EUR");
        var sales = recorded(ACME, A, B, lost);

        assertThat(sent(sales, "a").status()).isEqualTo(Status.LOST);
        assertThat(find(sales, "b").counts()).isTrue();

        var again = sales.recorded(next(lost, Status.WON, "100 EUR"), Optional.of(ACME), NOW);
        assertThat(find(again, "a").counts()).isTrue();
        assertThat(find(again, "b").counts()).isFalse();
    }

    @Test
    void itIsSoWhenAllWhoseDealsTheyAreSayTheSame() {
        var sales = recorded(ACME, A, B).said(word(ACME, null, "a", "b"), NOW);
        assertStanding(sales, "b", Standing.NOT_OF_RECORD);

        var agreed = sales.said(word(GLOBEX, null, "b", "a"), NOW);
        assertStanding(agreed, "a", Standing.OF_RECORD);
        assertStanding(agreed, "b", Standing.OF_RECORD);
        assertThat(sent(agreed, "b")).isEqualTo(B);
    }

    @Test
    void whoSaysAnotherThingChangesNothing() {
        var sales = recorded(ACME, A, B).said(word(ACME, "b", "a", "b"), NOW).said(word(GLOBEX, null, "a", "b"), NOW);

        assertStanding(sales, "a", Standing.OF_RECORD);
        assertStanding(sales, "b", Standing.NOT_OF_RECORD);
    }

    @Test
    void aDecisionIsChangedByAnotherOneAndEachChangeIsANewRevision() {
        var chosen = recorded(ACME, A, B).said(word(ACME, "b", "a", "b"), NOW).said(word(GLOBEX, "b", "a", "b"), NOW);
        assertThat(sent(chosen, "a").status()).isEqualTo(Status.NOT_OF_RECORD);
        assertThat(sent(chosen, "b")).isEqualTo(B);

        var changed = chosen.said(word(GLOBEX, "a", "a", "b"), NOW).said(word(ACME, "a", "a", "b"), NOW);
        assertThat(sent(changed, "a").revision()).isEqualTo(3);
        assertThat(sent(changed, "a").net()).hasToString("100.00 EUR");
        assertThat(sent(changed, "b").status()).isEqualTo(Status.NOT_OF_RECORD);
    }

    @Test
    void whatThePartiesSaidHoldsThoughTheDealOfRecordIsLost() {
        var sales = recorded(ACME, A, B).said(word(ACME, "a", "a", "b"), NOW).said(word(GLOBEX, "a", "a", "b"), NOW);

        var lost = sales.recorded(next(A, Status.LOST, "0 EUR"), Optional.of(ACME), NOW);

        assertStanding(lost, "b", Standing.NOT_OF_RECORD);
    }

    @Test
    void anOlderStateThatComesLateChangesNothing() {
        var sales = recorded(ACME, next(A, Status.WON, "90 EUR"), B);

        assertThat(sales.recorded(A, Optional.of(ACME), NOW)).isEqualTo(sales);
        assertThat(sales.recorded(B, Optional.empty(), NOW.plusSeconds(9))).isEqualTo(sales);
    }

    @Test
    void whatIsLostBeforeItCountedIsNeverToldOf() {
        var waiting = won(GLOBEX, "b", 51, "100 EUR");
        var sales = recorded(ACME, A, waiting, next(waiting, Status.LOST, "0 EUR"));

        assertThat(find(sales, "b").sent()).isNull();
        assertThat(sales.open()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "acme, a, a b, ''",
        "acme, , a b, ''",
        "acme, a, a x, UNKNOWN_DEAL",
        "acme, a, a, ONE_PER_PARTY",
        "acme, a, a a2, ONE_PER_PARTY",
        "initech, a, a b, NONE_IS_YOURS",
        "acme, a2, a b, NOT_ONE_OF_THEM"
    })
    void namesTheRuleThatADecisionBreaks(String company, @Nullable String ofRecord, String deals, String rule) {
        var known = recorded(ACME, A, won(ACME, "a2", 1, "5 EUR"), B);
        var word = word(new CompanyId(company), ofRecord, deals.split(" ", -1));

        assertThat(DecisionRules.violations(word, known))
                .extracting(each -> each.rule())
                .isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
    }

    /// The first goes on counting, the later one is held back, and both are asked about.
    private static void assertWaits(JointSales sales) {
        assertStanding(sales, "a", Standing.OF_RECORD);
        assertStanding(sales, "b", Standing.WAITING);
        assertThat(find(sales, "b").sent()).isNull();
        assertThat(sales.open()).hasSize(1);
    }

    private static void assertStanding(JointSales sales, String deal, Standing expected) {
        assertThat(find(sales, deal).standing()).isEqualTo(expected);
    }

    private static DealChanged sent(JointSales sales, String deal) {
        return Objects.requireNonNull(find(sales, deal).sent());
    }
}
