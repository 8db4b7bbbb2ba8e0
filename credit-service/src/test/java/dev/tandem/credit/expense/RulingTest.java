package dev.tandem.credit.expense;

import static dev.tandem.credit.Given.ACME;
import static dev.tandem.credit.Given.GLOBEX;
import static dev.tandem.credit.expense.GivenExpense.agreed;
import static dev.tandem.credit.expense.GivenExpense.dinner;
import static dev.tandem.credit.expense.GivenExpense.spent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Reason;
import dev.tandem.contracts.Violation;
import dev.tandem.contracts.partnership.ExpensePolicy.Prevails;
import dev.tandem.contracts.partnership.PartnershipChanged;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The two-cap dinner of `docs/expenses.md`, and what else decides about an expense.
class RulingTest {

    @ParameterizedTest
    @CsvSource({
        // Acme paid 600.00 for five; Acme allows 100.00 a head, Globex 80.00; Globex invited.
        "         , 400.00, 200.00, 200.00, acme globex",
        "STRICTER_OF, 400.00, 200.00, 200.00, acme globex",
        "HOST       , 400.00, 200.00, 200.00, globex",
        "PAYER      , 500.00, 250.00, 250.00, acme",
        "PARTY      , 400.00, 200.00, 200.00, globex"
    })
    void theTwoCapDinner(Prevails prevails, String shared, String acme, String globex, String whose) {
        var ruled = shared(dinner("600.00"), agreed(prevails, null));
        assertThat(ruled.shared().amount()).isEqualTo(shared);
        assertThat(ruled.unshared()).isEqualTo(Money.of("600.00", "USD").minus(ruled.shared()));
        assertThat(part(ruled, ACME)).isEqualTo(acme);
        assertThat(part(ruled, GLOBEX)).isEqualTo(globex);
        assertThat(ruled.whose()).extracting(CompanyId::value).containsExactly(whose.split(" "));
        assertThat(ruled.clause()).isEqualTo("E1");
    }

    @Test
    void citesTheClauseOfTheAgreementAndThoseOfTheRulesThatPrevail() {
        var ruled = shared(dinner("600.00"), agreed(null, null));
        assertThat(ruled.because())
                .extracting(Reason::sentence)
                .containsExactly(
                        "The rules of acme and globex prevail, the stricter of each, by clause E1 of agreement"
                                + " revision 1.",
                        "acme Travel 4.2 allows 100.00 USD a head, for 5 heads 500.00 USD; 600.00 USD were spent.",
                        "globex Expenses 12 allows 80.00 USD a head, for 5 heads 400.00 USD; 600.00 USD were spent.",
                        "acme bears 50% of 400.00 USD = 200.00 USD, by clause E1.",
                        "globex bears 50% of 400.00 USD = 200.00 USD, by clause E1.");
    }

    @Test
    void aDinnerWithinBothCapsIsSharedInFull() {
        assertThat(shared(dinner("399.99"), agreed(null, null)).parts().values())
                .extracting(split -> split.amount().amount())
                .containsExactly("200.00", "199.99");
    }

    @Test
    void aLocalRulePrevailsWhateverTheCategorySays() {
        var inGermany = spent(ACME, "DINNER", Money.of("600.00", "USD"), "DE");
        var ruled = shared(inGermany, agreed(Prevails.HOST, null));
        assertThat(ruled.shared().amount()).isEqualTo("500.00");
        assertThat(ruled.clause()).isEqualTo("E9");
    }

    @Test
    void whatOneBansIsNotSharedUnlessTheOthersRulesPrevail() {
        var present = spent(ACME, "PRESENT", Money.of("50.00", "USD"), null);
        assertThat(shared(present, agreed(null, null)).shared().isZero()).isTrue();
        assertThat(shared(present, agreed(null, null)).because())
                .extracting(Reason::code)
                .contains("BANNED");
        assertThat(shared(present, agreed(Prevails.HOST, null)).shared().amount())
                .isEqualTo("50.00");
    }

    @Test
    void decidesNothingWithoutAnAgreementACategoryOrACapInItsCurrency() {
        var agreed = agreed(null, null);
        assertThat(field(spent(ACME, "OPERA", Money.of("50.00", "USD"), null), agreed))
                .isEqualTo("category NOT_SHARED");
        assertThat(field(spent(ACME, "DINNER", Money.of("50.00", "EUR"), null), agreed))
                .isEqualTo("amount.currency CAP_IN_OTHER_CURRENCY");
        var early = new Spent(
                ACME, ACME, "DINNER", LocalDate.of(2026, 1, 4), 2, Money.of("50.00", "USD"), null, null, "receipt");
        assertThat(field(early, agreed)).isEqualTo("on NO_AGREEMENT");
    }

    @Test
    void partsAlwaysSumToWhatIsSharedWhichNeverExceedsACap() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            var category = List.of("DINNER", "TAXI", "PRESENT").get(random.nextInt(3));
            var amount = Money.ofMinor(1 + random.nextInt(200_000), "USD");
            var prevails = List.of(Prevails.values()).get(random.nextInt(4));
            var ruled =
                    shared(spent(random.nextBoolean() ? ACME : GLOBEX, category, amount, null), agreed(prevails, null));
            var sum = ruled.parts().values().stream()
                    .map(split -> split.amount())
                    .reduce(Money.zero(amount.currency()), Money::plus);
            assertThat(sum).as("seed " + seed).isEqualTo(ruled.shared());
            assertThat(ruled.shared().plus(ruled.unshared())).as("seed " + seed).isEqualTo(amount);
            assertThat(category.equals("DINNER") && ruled.shared().amountMinor().intValue() > 50_000)
                    .as("seed " + seed)
                    .isFalse();
        }
    }

    private static String part(Ruled.Shared ruled, CompanyId party) {
        return java.util.Objects.requireNonNull(ruled.parts().get(party))
                .amount()
                .amount();
    }

    private static Ruled.Shared shared(Spent spent, PartnershipChanged agreed) {
        return (Ruled.Shared) Ruling.of(spent, agreed);
    }

    private static String field(Spent spent, PartnershipChanged agreed) {
        Violation violation =
                ((Ruled.Undecided) Ruling.of(spent, agreed)).violations().getFirst();
        return violation.field() + " " + violation.rule();
    }
}
