package dev.tandem.credit.expense;

import static dev.tandem.credit.Given.ACME;
import static dev.tandem.credit.Given.GLOBEX;

import dev.tandem.contracts.CompanyId;
import dev.tandem.contracts.Money;
import dev.tandem.contracts.Share;
import dev.tandem.contracts.partnership.ExpensePolicy;
import dev.tandem.contracts.partnership.ExpensePolicy.Ban;
import dev.tandem.contracts.partnership.ExpensePolicy.Budget;
import dev.tandem.contracts.partnership.ExpensePolicy.Cap;
import dev.tandem.contracts.partnership.ExpensePolicy.Category;
import dev.tandem.contracts.partnership.ExpensePolicy.Local;
import dev.tandem.contracts.partnership.ExpensePolicy.Part;
import dev.tandem.contracts.partnership.ExpensePolicy.Prevails;
import dev.tandem.contracts.partnership.ExpensePolicy.Rules;
import dev.tandem.contracts.partnership.JointGoals;
import dev.tandem.contracts.partnership.PartnershipChanged;
import dev.tandem.credit.Given;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// A dinner of Acme and Globex: Acme's rules allow 100 USD a head, Globex's 80, and Acme gives no presents.
@NullMarked
public final class GivenExpense {
    private GivenExpense() {}

    /// Dinners at 50/50, taxis at thirds, presents at 50/50.
    public static PartnershipChanged agreed(@Nullable Prevails prevails, @Nullable String ofCredit) {
        var named = prevails == Prevails.PARTY ? GLOBEX : null;
        var policy = new ExpensePolicy(
                List.of(
                        new Category("DINNER", parts("50%", "50%"), prevails, named, "E1"),
                        new Category("TAXI", parts("1/3", "2/3"), null, null, "E2"),
                        new Category("PRESENT", parts("50%", "50%"), prevails, named, "E3")),
                List.of(new Local("DE", null, ACME, "E9"), new Local(null, "FAIR", GLOBEX, "E8")),
                List.of(
                        new Rules(ACME, List.of(cap("100.00", "Travel 4.2")), List.of(new Ban("PRESENT", "Conduct 7"))),
                        new Rules(GLOBEX, List.of(cap("80.00", "Expenses 12")), List.of())),
                List.of(new Budget(
                        "DINNER", YearMonth.of(2026, 1), YearMonth.of(2026, 6), Money.of("1000.00", "USD"))));
        var goals = ofCredit == null ? null : new JointGoals(List.of(), Share.parse(ofCredit), null);
        var known = Given.agreed(Given.fixed("60%", "40%"));
        return Given.partnership(List.of(known.revisions().getFirst().with(policy, goals)));
    }

    private static List<Part> parts(String acme, String globex) {
        return List.of(new Part(ACME, Share.parse(acme)), new Part(GLOBEX, Share.parse(globex)));
    }

    private static Cap cap(String perHead, String clause) {
        return new Cap("DINNER", Money.of(perHead, "USD"), clause);
    }

    /// For five, paid by Acme, Globex having invited.
    public static Spent dinner(String amount) {
        return spent(ACME, "DINNER", Money.of(amount, "USD"), null);
    }

    public static Spent spent(CompanyId payer, String category, Money amount, @Nullable String country) {
        return new Spent(payer, GLOBEX, category, LocalDate.of(2026, 3, 20), 5, amount, country, null, "receipt 4711");
    }
}
