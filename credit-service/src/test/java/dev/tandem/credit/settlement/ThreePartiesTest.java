package dev.tandem.credit.settlement;

import static dev.tandem.credit.Given.ACME;
import static dev.tandem.credit.Given.GLOBEX;
import static dev.tandem.credit.Given.PARTNERSHIP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.partnership.ExpensePolicy;
import dev.tandem.contracts.partnership.ExpensePolicy.Category;
import dev.tandem.contracts.partnership.ExpensePolicy.Part;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.Given;
import dev.tandem.credit.expense.Spent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Expenses of three parties come to one balance between each two. The example is that of `docs/expenses.md`.
@NullMarked
class ThreePartiesTest {
    private static final CompanyId INITECH = new CompanyId("initech");
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @Test
    void netsWhatEachPairOwesAndNothingBeyondIt() {
        var dues = Stream.of(
                        Dues.expense("dinner", spent(ACME, "DINNER", "600.00"), agreed()),
                        Dues.expense("taxi", spent(INITECH, "TAXI", "100.00"), agreed()))
                .flatMap(List::stream)
                .toList();
        var legs = dues.stream().flatMap(due -> Posted.legs(due, MARCH)).toList();
        var posted = new Posted(1, "run", Instant.EPOCH, legs, "", "");

        var balances = Statement.of(PARTNERSHIP, MARCH, List.of(posted)).balances();

        assertThat(balances)
                .extracting(each -> each.debtor() + " owes " + each.creditor() + " " + each.amount())
                .containsExactly(
                        "globex owes acme 180.00 USD", "initech owes acme 86.66 USD", "globex owes initech 33.33 USD");
    }

    private static PartnershipChanged agreed() {
        var policy = new ExpensePolicy(
                List.of(
                        new Category("DINNER", parts("50%", "30%", "20%"), null, null, "E1"),
                        new Category("TAXI", parts("1/3", "1/3", "1/3"), null, null, "E2")),
                List.of(),
                List.of(),
                List.of());
        var agreed = Given.agreed(Given.fixed("60%", "40%"));
        return new PartnershipChanged(
                PARTNERSHIP,
                "Three",
                agreed.status(),
                List.of(ACME, GLOBEX, INITECH),
                List.of(agreed.revisions().getFirst().with(policy, null)));
    }

    private static List<Part> parts(String acme, String globex, String initech) {
        return List.of(
                new Part(ACME, Share.parse(acme)),
                new Part(GLOBEX, Share.parse(globex)),
                new Part(INITECH, Share.parse(initech)));
    }

    private static Spent spent(CompanyId payer, String category, String amount) {
        return new Spent(
                payer, GLOBEX, category, LocalDate.of(2026, 3, 20), 5, Money.of(amount, "USD"), null, null, "receipt");
    }
}
